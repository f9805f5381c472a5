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
    private Map<String, Texts> texts = new LinkedHashMap<>();

    /** One language. */
    public static class Texts {
        private String sms = "";
        private String subject = "";
        private String email = "";
        private String letter = "";

        public String getSms() {
            return sms;
        }

        public void setSms(String sms) {
            this.sms = sms;
        }

        public String getSubject() {
            return subject;
        }

        public void setSubject(String subject) {
            this.subject = subject;
        }

        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }

        public String getLetter() {
            return letter;
        }

        public void setLetter(String letter) {
            this.letter = letter;
        }
    }

    static TemplateForm blank() {
        var form = new TemplateForm();
        MessageTemplates.LANGUAGES.forEach(language -> form.texts.put(language, new Texts()));
        return form;
    }

    static TemplateForm of(MessageTemplate template) {
        var form = blank();
        form.name = template.name();
        form.importance = template.importance();
        form.version = template.version();
        template.texts().forEach((language, texts) -> {
            var typed = form.texts.computeIfAbsent(language, any -> new Texts());
            typed.sms = texts.sms();
            typed.subject = texts.subject();
            typed.email = texts.email();
            typed.letter = texts.letter();
        });
        return form;
    }

    Map<String, MessageTexts> written() {
        var written = new LinkedHashMap<String, MessageTexts>();
        texts.forEach((language, typed) -> {
            if (MessageTemplates.LANGUAGES.contains(language)) {
                written.put(
                        language,
                        new MessageTexts(
                                lines(typed.sms), lines(typed.subject), lines(typed.email), lines(typed.letter)));
            }
        });
        return written;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
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

    public Map<String, Texts> getTexts() {
        return texts;
    }

    public void setTexts(Map<String, Texts> texts) {
        this.texts = texts;
    }
}
