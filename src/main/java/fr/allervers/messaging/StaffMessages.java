package fr.allervers.messaging;

import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.messaging.template.TemplateText;
import fr.allervers.workflow.CaseRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes e-mail to people who work with the landlord, in French, with the landlord's texts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StaffMessages {

    private final Outbox outbox;
    private final MessageTemplates templates;

    StaffMessages(Outbox outbox, MessageTemplates templates) {
        this.outbox = outbox;
        this.templates = templates;
    }

    /**
     * Somebody to write to.
     *
     * @param dedupeKey one key, one message
     */
    public record Recipient(String dedupeKey, String name, String email) {}

    /**
     * Writes to each once; whose key is there already is passed over.
     *
     * @param agencyId whose message it is; none for the landlord as a whole
     * @param template code of the text
     * @param fields values of the text's fields by folded name, besides {@code nom}
     * @return how many were new
     */
    public int write(
            CaseRef of,
            @Nullable Long agencyId,
            List<Recipient> recipients,
            String template,
            Map<String, String> fields) {
        var texts = templates.ofProcess(template).in("fr");
        var all = new ArrayList<Outgoing>();
        for (var recipient : recipients) {
            var values = new HashMap<>(fields);
            values.put(MessageField.NAME.key(), recipient.name());
            all.add(new Outgoing(
                    recipient.dedupeKey(),
                    of,
                    null,
                    agencyId,
                    Channel.EMAIL,
                    recipient.email(),
                    TemplateText.of(texts.subject()).fill(values),
                    TemplateText.of(texts.email()).fill(values),
                    null,
                    false,
                    null));
        }
        return outbox.putAll(all);
    }
}
