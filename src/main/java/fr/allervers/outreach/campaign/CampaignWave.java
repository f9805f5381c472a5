package fr.allervers.outreach.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A wave — vague: part of a campaign's households, called from its opening to its deadline. */
@Entity
public class CampaignWave {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long campaignId;
    private int number;
    private String name;
    private String criteria;

    @Nullable
    private LocalDate opensOn;

    private LocalDate deadlineOn;

    @Nullable
    private Instant openedAt;

    @Nullable
    private Integer listed;

    @Nullable
    private LocalDate lateCountedOn;

    @Nullable
    private LocalDate stoppedOn;

    protected CampaignWave() {}

    CampaignWave(long campaignId, int number, WavePlan plan, String criteria) {
        this.campaignId = campaignId;
        this.number = number;
        change(plan, criteria);
    }

    /** Takes another plan; the day of opening of a wave that is open stays as it was. */
    void change(WavePlan plan, String newCriteria) {
        name = plan.name();
        criteria = newCriteria;
        deadlineOn = plan.deadlineOn();
        if (openedAt == null) {
            opensOn = plan.opensOn();
        }
    }

    void opened(Instant at, int households) {
        if (openedAt == null) {
            openedAt = at;
        }
        listed = households;
    }

    void lateCounted(LocalDate on) {
        lateCountedOn = on;
    }

    /** Its late calls will not be made. */
    void stopped(LocalDate on) {
        stoppedOn = on;
    }

    /** Gives the calls more time. */
    void extend(LocalDate until) {
        deadlineOn = until;
        lateCountedOn = null;
    }

    public long id() {
        return id;
    }

    public long campaignId() {
        return campaignId;
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public @Nullable LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate deadlineOn() {
        return deadlineOn;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public boolean isOpen() {
        return openedAt != null;
    }

    /** Households listed so far; none before the opening. */
    public @Nullable Integer listed() {
        return listed;
    }

    @Nullable
    LocalDate lateCountedOn() {
        return lateCountedOn;
    }

    @Nullable
    LocalDate stoppedOn() {
        return stoppedOn;
    }

    String criteria() {
        return criteria;
    }
}
