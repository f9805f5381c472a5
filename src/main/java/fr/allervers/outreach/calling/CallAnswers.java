package fr.allervers.outreach.calling;

import fr.allervers.workflow.FormSchemas;
import fr.allervers.workflow.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads what was sent of an interview guide, and says in the reader's words what is wrong with it. */
@Component
class CallAnswers {

    private final FormSchemas forms;
    private final MessageSource messages;

    CallAnswers(FormSchemas forms, MessageSource messages) {
        this.forms = forms;
        this.messages = messages;
    }

    Submission read(String guide, Map<String, List<String>> raw) {
        return forms.validate(forms.require(guide), raw);
    }

    Map<String, String> errors(Submission sent) {
        var errors = new LinkedHashMap<String, String>();
        sent.errors()
                .forEach((key, fault) ->
                        errors.put(key, words(fault.code(), fault.args().toArray())));
        return errors;
    }

    String words(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
