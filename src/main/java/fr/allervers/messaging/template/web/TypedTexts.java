package fr.allervers.messaging.template.web;

import fr.allervers.messaging.template.MessageTexts;

/** The texts of one language as typed, whether of a template or of one message. */
public class TypedTexts {

    private String sms = "";
    private String subject = "";
    private String email = "";
    private String letter = "";

    /** What the fields show. */
    public void take(MessageTexts texts) {
        sms = texts.sms();
        subject = texts.subject();
        email = texts.email();
        letter = texts.letter();
    }

    /** The same as texts; browsers send two signs for the end of a line. */
    public MessageTexts written() {
        return new MessageTexts(lines(sms), lines(subject), lines(email), lines(letter));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

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
