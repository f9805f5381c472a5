package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.Audience;
import fr.allervers.outreach.campaign.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wave of the builder, as typed. */
public class WaveForm {

    private String name = "";
    private String ageFrom = "";
    private String ageTo = "";
    private List<Trait> traits = new ArrayList<>();
    private Audience.Joined joined = Audience.Joined.AND;
    private String opensOn = "";
    private String deadlineOn = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAgeFrom() {
        return ageFrom;
    }

    public void setAgeFrom(String ageFrom) {
        this.ageFrom = ageFrom;
    }

    public String getAgeTo() {
        return ageTo;
    }

    public void setAgeTo(String ageTo) {
        this.ageTo = ageTo;
    }

    public List<Trait> getTraits() {
        return traits;
    }

    public void setTraits(List<Trait> traits) {
        this.traits = traits;
    }

    public Audience.Joined getJoined() {
        return joined;
    }

    /** Nothing chosen changes nothing. */
    public void setJoined(Audience.@Nullable Joined joined) {
        this.joined = joined == null ? this.joined : joined;
    }

    public String getOpensOn() {
        return opensOn;
    }

    public void setOpensOn(String opensOn) {
        this.opensOn = opensOn;
    }

    public String getDeadlineOn() {
        return deadlineOn;
    }

    public void setDeadlineOn(String deadlineOn) {
        this.deadlineOn = deadlineOn;
    }
}
