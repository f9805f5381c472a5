package fr.allervers.arrears.plan;

import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.messaging.Outbox;
import fr.allervers.shared.DayFormat;
import fr.allervers.shared.Money;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What households are written about their plans: once each, by a key that says what it is. */
@Component
class PlanMessages {

    private final HouseholdMessages messages;
    private final Households households;
    private final Outbox outbox;

    PlanMessages(HouseholdMessages messages, Households households, Outbox outbox) {
        this.messages = messages;
        this.households = households;
        this.outbox = outbox;
    }

    /**
     * @param link at which the household signs
     */
    void offer(RepaymentPlan plan, String link) {
        var to = households.require(plan.householdId());
        var terms = plan.terms();
        var first = terms.schedule().get(0);
        write(
                plan,
                to,
                "offer",
                "plan-offer",
                Map.of(
                        "dette", euros(to, terms.debtCents()),
                        "premier", euros(to, first.cents()),
                        "jour", day(to, first.dueOn()),
                        "mensualite", euros(to, Math.min(terms.instalmentCents(), terms.debtCents())),
                        "nombre", Integer.toString(terms.schedule().size()),
                        "lien", link));
    }

    void remind(RepaymentPlan plan, Allocation.Paid of) {
        var to = households.require(plan.householdId());
        write(
                plan,
                to,
                "reminder/" + of.instalment().number(),
                "plan-reminder",
                Map.of(
                        "montant", euros(to, of.missingCents()),
                        "jour", day(to, of.instalment().dueOn())));
    }

    /** What has not left yet does not leave. */
    void withdraw(RepaymentPlan plan) {
        outbox.cancel(ref(plan));
    }

    private void write(RepaymentPlan plan, Household to, String what, String template, Map<String, String> fields) {
        messages.write(RepaymentPlans.KIND + "/" + plan.id() + "/" + what, ref(plan), to, template, fields);
    }

    private static Locale languageOf(Household to) {
        return to.language().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static String euros(Household to, long cents) {
        return new Money(cents).text(languageOf(to));
    }

    private static String day(Household to, LocalDate day) {
        return DayFormat.of("d MMMM yyyy", languageOf(to)).format(day);
    }

    private static CaseRef ref(RepaymentPlan plan) {
        return new CaseRef(RepaymentPlans.KIND, plan.id());
    }
}
