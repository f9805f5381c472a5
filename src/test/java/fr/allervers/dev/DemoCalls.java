package fr.allervers.dev;

import fr.allervers.outreach.calling.CallSubmission;
import fr.allervers.outreach.calling.CallerProfiles;
import fr.allervers.outreach.calling.CallerProfiles.CallerProfile;
import fr.allervers.outreach.calling.Disposition;
import fr.allervers.outreach.calling.HandOut;
import fr.allervers.outreach.calling.HouseholdCalls;
import fr.allervers.staff.StaffDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Makes the demo campaign's past calls through the same doors as the callers, four in five answered, then spreads them
 * over the last days. A few households are left for who tries the demo.
 */
public class DemoCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCalls.class);
    /** Not those whom the README proposes: a visitor signed in as Paul must not meet himself. */
    private static final List<String> CALLERS = List.of("yann", "mona", "gilles");

    private static final int LEFT_TO_CALL = 60;
    private static final List<String> WORDS = List.of(
            "C’est la première fois qu’on m’appelle pour demander de mes nouvelles.",
            "Dites merci à la gardienne, elle monte mes courses.",
            "J’attends vos appels, ça fait du bien de parler.",
            "Je vais bien, appelez plutôt ma voisine du deuxième.");

    private final HandOut handOut;
    private final HouseholdCalls calls;
    private final CallerProfiles profiles;
    private final StaffDirectory staff;
    private final DemoFigures figures;
    private final JdbcClient jdbc;
    private final Random random = new Random(2020);

    DemoCalls(
            HandOut handOut,
            HouseholdCalls calls,
            CallerProfiles profiles,
            StaffDirectory staff,
            DemoFigures figures,
            JdbcClient jdbc) {
        this.handOut = handOut;
        this.calls = calls;
        this.profiles = profiles;
        this.staff = staff;
        this.figures = figures;
        this.jdbc = jdbc;
    }

    void make(long campaignId) {
        try {
            awaitLaunch(campaignId);
            signIn("mona");
            profiles.save(
                    new CallerProfile(staff.byUsername("mona").orElseThrow().id(), 1, 10, List.of("fr", "ar")));
            for (var turn = 0; toCall(campaignId) > LEFT_TO_CALL; turn++) {
                signIn(CALLERS.get(turn % CALLERS.size()));
                callNext();
            }
            spread(campaignId);
            figures.make();
            LOG.info("The demo campaign's calls are made.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void signIn(String caller) {
        DemoCampaign.signIn(staff, caller);
    }

    private void callNext() {
        try {
            handOut.next().ifPresent(this::call);
        } catch (ConcurrencyFailureException e) {
            LOG.debug("Somebody was there first; the next turn goes on", e);
        }
    }

    private void awaitLaunch(long campaignId) throws InterruptedException {
        while (count("select count(*) from household_call where campaign_id = ?", campaignId) == 0
                || count("select count(*) from household_call where state = 'LISTED' and campaign_id = ?", campaignId)
                        > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void call(long callId) {
        var phone = calls.open(callId).household().occupants().stream()
                .flatMap(occupant -> occupant.phones().stream())
                .map(number -> number.e164())
                .findFirst();
        var chance = random.nextInt(100);
        var disposition = phone.isEmpty() || chance >= 98
                ? Disposition.WRONG_NUMBER
                : chance < 84
                        ? Disposition.REACHED
                        : chance < 93
                                ? Disposition.NO_ANSWER
                                : chance < 96 ? Disposition.VOICEMAIL : Disposition.REFUSED;
        var answers = disposition == Disposition.REACHED ? answers() : Map.<String, List<String>>of();
        calls.complete(callId, submission(phone.orElse(null), disposition, answers));
    }

    private static CallSubmission submission(
            @Nullable String phone, Disposition disposition, Map<String, List<String>> answers) {
        return new CallSubmission(
                UUID.randomUUID().toString(), phone, disposition, answers, null, null, null, null, null);
    }

    private Map<String, List<String>> answers() {
        var answers = new HashMap<String, List<String>>();
        var chance = random.nextInt(200);
        answers.put("mood", List.of(chance < 20 ? "BAD" : chance < 60 ? "SO_SO" : "WELL"));
        answers.put("surrounded", List.of(chance < 12 ? "NOBODY" : chance < 120 ? "FAMILY" : "NEIGHBOUR"));
        if (chance == 0) {
            answers.put("danger", List.of("NO_FOOD"));
        } else if (chance < 4) {
            answers.put("danger", List.of("NO_HEATING"));
        }
        if (chance < 34) {
            answers.put(
                    "needs",
                    List.of(List.of("MEALS", "GROCERIES", "MEDICINES", "LISTENING")
                            .get(chance % 4)));
            answers.put("wantsReferral", List.of(chance % 3 == 0 ? "NO" : "YES"));
            if (chance % 3 != 0) {
                answers.put("referralBy", List.of(chance % 2 == 0 ? "ON_BEHALF" : "TENANT"));
            }
        }
        if (chance >= 34 && chance < 46) {
            answers.put("wantsRegularCalls", List.of("true"));
            answers.put("callDay", List.of(String.valueOf(1 + chance % 5)));
            answers.put("callTime", List.of("11:00"));
        }
        if (chance >= 180) {
            answers.put("testimony", List.of(WORDS.get(chance % WORDS.size())));
            answers.put("testimonyConsent", List.of("true"));
        }
        return answers;
    }

    /** Calls without consequences happened over the last ten days; some needed a second try. */
    private void spread(long campaignId) {
        var quiet =
                " from household_call c where c.campaign_id = ? and c.state = 'CLOSED' and c.grade in ('GREEN', 'YELLOW')";
        jdbc.sql("""
                        insert into call_attempt (call_id, caller_id, submission, at, disposition)
                        select a.call_id, a.caller_id, uuid(), a.at - interval 1 day, 'NO_ANSWER'
                          from call_attempt a where a.disposition = 'REACHED' and a.call_id % 4 = 0 and a.call_id in (select c.id
                        """ + quiet + ")").param(campaignId).update();
        jdbc.sql(
                        "update household_call c set c.attempts = c.attempts + 1 where c.id % 4 = 0 and c.id in (select id from (select c.id"
                                + quiet + ") q)")
                .param(campaignId)
                .update();
        var days = " - interval (1 + id % 10) day";
        jdbc.sql("update call_attempt set at = at - interval (1 + call_id % 10) day where call_id in (select c.id"
                        + quiet + ")")
                .param(campaignId)
                .update();
        jdbc.sql(
                        "update household_call set first_called_at = first_called_at - interval (1 + id % 10 + (id % 4 = 0)) day, last_called_at = last_called_at"
                                + days + ", reached_at = reached_at" + days + ", closed_at = closed_at" + days
                                + ", started_at = started_at - interval 12 day"
                                + " where id in (select id from (select c.id" + quiet + ") q)")
                .param(campaignId)
                .update();
        jdbc.sql(
                        "update campaign_wave set opened_at = opened_at - interval 12 day where campaign_id = ? and opened_at is not null")
                .param(campaignId)
                .update();
    }

    /** Those who speak French and may be called now; others wait for somebody who speaks their language. */
    private long toCall(long campaignId) {
        return count(
                "select count(*) from household_call where state = 'TO_CALL' and language = 'fr' and callable_from is null and campaign_id = ?",
                campaignId);
    }

    private long count(String sql, long campaignId) {
        return jdbc.sql(sql).param(campaignId).query(Long.class).single();
    }
}
