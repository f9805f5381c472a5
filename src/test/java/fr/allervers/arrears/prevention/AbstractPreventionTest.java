package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A case of unpaid rent in each place where it may stand when something becomes of it. */
abstract class AbstractPreventionTest extends ArrearsFixture {

    @Autowired
    ApplicationEventPublisher events;

    long standing(String where) {
        var id = opened();
        switch (where) {
            case "waiting for the first message" -> {
                // It has just been opened.
            }
            case "waiting for the call" -> until("2026-11-23T10:00");
            case "call-tenant" -> untilCall();
            case "ANSWERED" -> cases.answered(id, Answer.CONTACTED);
            case "PAUSED" -> cases.pause(id, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 24), "");
            case "PLAN" -> cases.planSigned(id);
            case "LITIGATION" -> cases.toLitigation(id);
            default -> {
                cases.planSigned(id);
                cases.planBroken(id);
                jobs.runDue();
                assertThat(open(id)).containsExactly("decide-next");
            }
        }
        return id;
    }
}
