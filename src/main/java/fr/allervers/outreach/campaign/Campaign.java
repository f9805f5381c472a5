package fr.allervers.outreach.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A call campaign — campagne d'appels: a purpose, a guide, settings, one or more waves of households. */
@Entity
public class Campaign {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String guide;

    @Enumerated(EnumType.STRING)
    private CampaignState state = CampaignState.DRAFT;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private int maxAttempts;
    private int fileSize;
    private int holdHours;
    private String services;

    @Nullable
    private String partnerOverride;

    private String createdBy;
    private Instant createdAt;

    @Nullable
    private String approvedBy;

    @Nullable
    private Instant approvedAt;

    @Nullable
    private Instant closedAt;

    @Nullable
    private String launchProblem;

    @Version
    private int version;

    protected Campaign() {}

    Campaign(CampaignSettings settings, String createdBy, Instant createdAt) {
        apply(settings);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Takes new settings; a campaign that is closed keeps its own. */
    void apply(CampaignSettings settings) {
        if (isOver()) {
            throw new IllegalStateException("A closed campaign does not change");
        }
        name = settings.name().strip();
        purpose = settings.purpose();
        guide = settings.purpose().guide();
        startsOn = settings.startsOn();
        endsOn = settings.endsOn();
        maxAttempts = settings.maxAttempts();
        fileSize = settings.fileSize();
        holdHours = settings.holdHours();
        services = settings.serviceNames();
    }

    void propose() {
        require(CampaignState.DRAFT);
        state = CampaignState.PROPOSED;
        partnerOverride = null;
    }

    void overrulePartners(String reason) {
        require(CampaignState.PROPOSED);
        partnerOverride = reason;
    }

    void returnToDraft() {
        require(CampaignState.PROPOSED);
        state = CampaignState.DRAFT;
    }

    void approve(String by, Instant at) {
        require(CampaignState.PROPOSED);
        state = CampaignState.RUNNING;
        approvedBy = by;
        approvedAt = at;
    }

    void close(Instant at) {
        require(CampaignState.RUNNING);
        state = CampaignState.CLOSED;
        closedAt = at;
    }

    void reported() {
        require(CampaignState.CLOSED);
        state = CampaignState.REPORTED;
    }

    boolean isOver() {
        return state == CampaignState.CLOSED || state == CampaignState.REPORTED;
    }

    private void require(CampaignState expected) {
        if (state != expected) {
            throw new IllegalStateException("The campaign is " + state + ", not " + expected);
        }
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public CampaignState state() {
        return state;
    }

    public String createdBy() {
        return createdBy;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String partnerOverride() {
        return partnerOverride;
    }

    public @Nullable String launchProblem() {
        return launchProblem;
    }

    /** What a supervisor may change. */
    public CampaignSettings settings() {
        return new CampaignSettings(
                name, purpose, startsOn, endsOn, maxAttempts, fileSize, holdHours, CampaignSettings.services(services));
    }

    CampaignSummary summary() {
        return new CampaignSummary(id, name, purpose, guide, state, maxAttempts, fileSize, holdHours, startsOn, endsOn);
    }
}
