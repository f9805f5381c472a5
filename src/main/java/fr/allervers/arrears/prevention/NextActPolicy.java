package fr.allervers.arrears.prevention;

import fr.allervers.shared.DayFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which one act is recommended for a case, and why in words. The more urgent of what the case and what the law want. */
final class NextActPolicy {

    /** A legal deadline is put first this many days before it passes. */
    private static final int DEADLINE_IN_SIGHT = 14;

    private static final DateTimeFormatter DAY = DayFormat.of("d MMMM", Locale.FRENCH);

    private NextActPolicy() {}

    /**
     * What is known of a case.
     *
     * @param current the step whose task is open
     * @param nextStep the ladder's next step, on {@code nextStepOn}
     * @param due what another part of arrears wants done
     */
    record Situation(
            LocalDate today,
            Phase phase,
            @Nullable String current,
            @Nullable LocalDate currentDue,
            @Nullable Pending pending,
            LadderStep nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable LadderStep lastStep,
            @Nullable LocalDate lastStepOn,
            @Nullable Answer answer,
            @Nullable LocalDate answerUntil,
            @Nullable PauseReason pauseReason,
            @Nullable LocalDate pausedUntil,
            BigDecimal monthsOwed,
            @Nullable LocalDate appointmentOn,
            @Nullable DueAct due) {}

    static NextAct decide(Situation of) {
        var own = own(of);
        var due = of.due();
        if (due == null || of.phase() == Phase.CLOSED) {
            return own;
        }
        var wanted = new NextAct(due.act(), due.until(), due.reason(), urgency(due.until(), of.today()));
        var inSight = !due.until().isAfter(of.today().plusDays(DEADLINE_IN_SIGHT));
        return inSight && wanted.urgency().compareTo(own.urgency()) <= 0 || own.urgency() == Urgency.WAITING
                ? wanted
                : own;
    }

    private static NextAct own(Situation of) {
        return switch (of.phase()) {
            case CLOSED -> new NextAct("NONE", of.today(), "Dossier clos", Urgency.CLOSED);
            case PAUSED ->
                waiting("WAIT_PAUSE", of.pausedUntil(), of, "En pause jusqu’au %s : %s", pauseWords(of.pauseReason()));
            case PLAN -> new NextAct("FOLLOW_PLAN", of.today(), "Un plan d’apurement est en cours", Urgency.WAITING);
            case LITIGATION ->
                new NextAct(
                        "FOLLOW_LITIGATION",
                        of.today(),
                        "Le dossier est dans les mains du contentieux",
                        Urgency.WAITING);
            case ANSWERED -> answered(of);
            case LADDER -> ladder(of);
        };
    }

    private static NextAct answered(Situation of) {
        if (of.appointmentOn() != null) {
            return toDo(
                    "HOLD_APPOINTMENT",
                    of.appointmentOn(),
                    of,
                    "Un rendez-vous est pris pour le " + DAY.format(of.appointmentOn()));
        }
        return waiting("WAIT_ANSWER", of.answerUntil(), of, "Attendre jusqu’au %s : %s", answerWords(of.answer()));
    }

    private static NextAct ladder(Situation of) {
        if (of.appointmentOn() != null) {
            return toDo(
                    "HOLD_APPOINTMENT",
                    of.appointmentOn(),
                    of,
                    "Un rendez-vous est pris pour le " + DAY.format(of.appointmentOn()));
        }
        if (of.current() != null && of.currentDue() != null) {
            return toDo(of.current(), of.currentDue(), of, why(of) + owed(of));
        }
        if (of.pending() != null) {
            return toDo(of.pending().step(), of.today(), of, why(of) + owed(of));
        }
        return waiting("WAIT_STEP", of.nextStepOn(), of, "Prochaine relance le %s : %s", stepWords(of.nextStep()));
    }

    private static String why(Situation of) {
        if (of.pending() != null) {
            return switch (of.pending()) {
                case ANSWER_LAPSED -> "Le foyer avait répondu, mais le compte n’est pas réglé";
                case PLAN_BROKEN -> "Le plan d’apurement n’est plus respecté";
                case PLAN_KEPT -> "Le plan d’apurement est tenu, mais autre chose reste dû";
                case PLAN_RENEGOTIATED -> "Le plan d’apurement est à renégocier";
                case BACK_FROM_LITIGATION -> "Le dossier revient du contentieux";
                case ASSESSED -> "L’évaluation sociale est faite";
                case GONE -> "Le logement semble vide";
                case ASSESS -> "Une évaluation sociale a été décidée";
            };
        }
        if (of.lastStep() == null) {
            return "Loyer impayé";
        }
        var on = of.lastStepOn() == null ? "" : " du " + DAY.format(of.lastStepOn());
        return switch (of.lastStep()) {
            case SMS -> "Le message" + on + " est resté sans réponse";
            case CALL -> "L’appel" + on + " n’a pas abouti";
            case APPOINTMENT -> "Le rendez-vous proposé par le message" + on + " n’a pas été pris";
            case LETTER -> "La lettre" + on + " est restée sans réponse";
            case VISIT, DECIDE -> "Message, appel, rendez-vous, lettre et visite n’ont pas abouti";
        };
    }

    private static String owed(Situation of) {
        return of.monthsOwed().signum() == 0
                ? ""
                : " ; " + of.monthsOwed().stripTrailingZeros().toPlainString().replace('.', ',') + " mois dus";
    }

    private static String stepWords(LadderStep step) {
        return switch (step) {
            case SMS -> "message";
            case CALL -> "appel";
            case APPOINTMENT -> "proposition de rendez-vous";
            case LETTER -> "lettre";
            case VISIT -> "visite";
            case DECIDE -> "décision";
        };
    }

    private static String answerWords(@Nullable Answer answer) {
        if (answer == null) {
            return "ainsi décidé";
        }
        return switch (answer) {
            case APPOINTMENT_BOOKED -> "rendez-vous pris";
            case PROMISE -> "paiement promis";
            case PLAN_SIGNED -> "plan signé";
            case CONTACTED -> "le foyer a été joint";
        };
    }

    private static String pauseWords(@Nullable PauseReason reason) {
        if (reason == null) {
            return "autre motif";
        }
        return switch (reason) {
            case DISPUTE -> "dette contestée";
            case HOSPITAL -> "hospitalisation";
            case DECEASED -> "décès";
            case OVER_INDEBTEDNESS -> "surendettement";
            case BENEFIT_DELAYED -> "prestation attendue";
            case PROMISE -> "paiement promis";
            case OTHER -> "autre motif";
        };
    }

    private static NextAct waiting(String act, @Nullable LocalDate until, Situation of, String words, String what) {
        var on = until == null ? of.today() : until;
        return new NextAct(act, on, words.formatted(DAY.format(on), what), Urgency.WAITING);
    }

    private static NextAct toDo(String act, LocalDate on, Situation of, String reason) {
        return new NextAct(act, on, reason, urgency(on, of.today()));
    }

    /** Due today is on time; a week is the seven days after today. */
    private static Urgency urgency(LocalDate on, LocalDate today) {
        if (on.isBefore(today)) {
            return Urgency.LATE;
        }
        if (on.equals(today)) {
            return Urgency.TODAY;
        }
        return on.isAfter(today.plusDays(7)) ? Urgency.LATER : Urgency.WEEK;
    }
}
