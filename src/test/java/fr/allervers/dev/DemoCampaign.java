package fr.allervers.dev;

import fr.allervers.outreach.campaign.Audience;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.campaign.CampaignSettings;
import fr.allervers.outreach.campaign.CampaignTasks;
import fr.allervers.outreach.campaign.Purpose;
import fr.allervers.outreach.campaign.WavePlan;
import fr.allervers.partners.Service;
import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The demo's running campaign in six agencies, made as people make it. Its calls are made behind the start
 * ({@link DemoCalls}), so that the first page comes at once.
 */
@Order(4)
public class DemoCampaign implements ApplicationRunner {

    private final CallCampaigns campaigns;
    private final CampaignTasks tasks;
    private final StaffDirectory staff;
    private final DemoCalls calls;
    private final Clock clock;

    DemoCampaign(CallCampaigns campaigns, CampaignTasks tasks, StaffDirectory staff, DemoCalls calls, Clock clock) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.staff = staff;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!campaigns.running().isEmpty()) {
            return;
        }
        signIn(staff, "claire");
        try {
            var id = campaigns.draft(settings(), waves());
            campaigns.propose(id);
            tasks.act(
                    id,
                    "check-partners",
                    Map.of(
                            "checked",
                            "OVERRULE",
                            "overrideReason",
                            "La pharmacie de Valence livre aussi Guilherand-Granges."));
            tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
            var thread = new Thread(() -> calls.make(id), "demo-calls");
            thread.setDaemon(true);
            thread.start();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Lets this thread act as this person. */
    public static void signIn(StaffDirectory staff, String username) {
        var user = new DemoUser(staff.byUsername(username).orElseThrow());
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(user, null, user.getAuthorities()));
    }

    private CampaignSettings settings() {
        var today = LocalDate.now(clock);
        return new CampaignSettings(
                "Comment allez-vous ?",
                Purpose.WELL_BEING,
                today.minusDays(12),
                today.plusDays(30),
                4,
                10,
                72,
                EnumSet.of(Service.MEALS, Service.GROCERIES, Service.MEDICINES, Service.LISTENING));
    }

    private List<WavePlan> waves() {
        var today = LocalDate.now(clock);
        return List.of(
                new WavePlan("75 ans et plus", Audience.from(75), null, today.plusDays(9)),
                new WavePlan(
                        "65 à 74 ans", Audience.between(65, 74).in(Set.of()), today.plusDays(8), today.plusDays(25)));
    }
}
