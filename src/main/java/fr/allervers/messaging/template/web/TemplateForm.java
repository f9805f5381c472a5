package fr.allervers.messaging.template.web;

import fr.allervers.messaging.Importance;
import fr.allervers.messaging.template.MessageTemplate;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.messaging.template.MessageTexts;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template's fields as typed; {@code texts} is keyed by language. */
public class TemplateForm {

    private String name = "";
    private Importance importance = Importance.INFORMATIVE;
    private int version;
    private Map<String, TypedTexts> texts = new LinkedHashMap<>();

    static TemplateForm blank() {
        var form = new TemplateForm();
        MessageTemplates.LANGUAGES.forEach(language -> form.texts.put(language, new TypedTexts()));
        return form;
    }

    static TemplateForm of(MessageTemplate template) {
        var form = blank();
        form.name = template.name();
        form.importance = template.importance();
        form.version = template.version();
        template.texts().forEach((language, texts) -> form.texts
                .computeIfAbsent(language, any -> new TypedTexts())
                .take(texts));
        return form;
    }

    Map<String, MessageTexts> written() {
        var written = new LinkedHashMap<String, MessageTexts>();
        texts.forEach((language, typed) -> {
            if (MessageTemplates.LANGUAGES.contains(language)) {
                written.put(language, typed.written());
            }
        });
        return written;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Importance getImportance() {
        return importance;
    }

    public void setImportance(Importance importance) {
        this.importance = importance;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public Map<String, TypedTexts> getTexts() {
        return texts;
    }

    public void setTexts(Map<String, TypedTexts> texts) {
        this.texts = texts;
    }
}
