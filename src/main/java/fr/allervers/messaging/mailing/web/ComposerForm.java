package fr.allervers.messaging.mailing.web;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Importance;
import fr.allervers.messaging.mailing.AudienceKind;
import fr.allervers.messaging.template.web.TypedTexts;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The composer's fields as typed. Setters, because browsers send what they like. */
public class ComposerForm extends TypedTexts {

    private String submission = "";
    private String name = "";
    private AudienceKind kind = AudienceKind.BUILDING;
    private @Nullable String place;
    private String q = "";
    private String pasted = "";
    private @Nullable Long template;
    private Importance importance = Importance.ESSENTIAL;
    private Set<Channel> channels = EnumSet.allOf(Channel.class);
    private boolean perHousehold;
    private Map<String, String> details = new HashMap<>();
    private String sender = "";
    private boolean emergency;
    private String emergencyReason = "";
    private String sendOn = "";
    private String sendTime = "";

    public String getSubmission() {
        return submission;
    }

    public void setSubmission(String submission) {
        this.submission = submission;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public AudienceKind getKind() {
        return kind;
    }

    public void setKind(AudienceKind kind) {
        this.kind = kind;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place == null || place.isBlank() ? null : place;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(String pasted) {
        this.pasted = pasted;
    }

    public @Nullable Long getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable Long template) {
        this.template = template;
    }

    public Importance getImportance() {
        return importance;
    }

    public void setImportance(Importance importance) {
        this.importance = importance;
    }

    public Set<Channel> getChannels() {
        return channels;
    }

    public void setChannels(Set<Channel> channels) {
        this.channels = channels;
    }

    public boolean isPerHousehold() {
        return perHousehold;
    }

    public void setPerHousehold(boolean perHousehold) {
        this.perHousehold = perHousehold;
    }

    public Map<String, String> getDetails() {
        return details;
    }

    public void setDetails(Map<String, String> details) {
        this.details = details;
    }

    public String getSender() {
        return sender;
    }

    public void setSender(String sender) {
        this.sender = sender;
    }

    public boolean isEmergency() {
        return emergency;
    }

    public void setEmergency(boolean emergency) {
        this.emergency = emergency;
    }

    public String getEmergencyReason() {
        return emergencyReason;
    }

    public void setEmergencyReason(String emergencyReason) {
        this.emergencyReason = emergencyReason;
    }

    public String getSendOn() {
        return sendOn;
    }

    public void setSendOn(String sendOn) {
        this.sendOn = sendOn;
    }

    public String getSendTime() {
        return sendTime;
    }

    public void setSendTime(String sendTime) {
        this.sendTime = sendTime;
    }
}
