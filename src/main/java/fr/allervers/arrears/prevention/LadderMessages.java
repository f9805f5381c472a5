package fr.allervers.arrears.prevention;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.shared.DayFormat;
import fr.allervers.shared.Money;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Timeline;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the ladder writes. Each message has a key of its case, step and month: whatever is repeated or fails, it is written once. Only the
 * collectable part of the debt is asked for.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LadderMessages {

    private final HouseholdMessages messages;
    private final Households households;
    private final ObjectProvider<CaseAppointments> appointments;
    private final LadderDays days;
    private final CaseDiary diary;
    private final JdbcClient jdbc;

    LadderMessages(
            HouseholdMessages messages,
            Households households,
            ObjectProvider<CaseAppointments> appointments,
            LadderDays days,
            CaseDiary diary,
            JdbcClient jdbc) {
        this.messages = messages;
        this.households = households;
        this.appointments = appointments;
        this.days = days;
        this.diary = diary;
        this.jdbc = jdbc;
    }

    void remind(UnpaidRent rent) {
        var to = households.require(rent.householdId());
        note(
                rent,
                LadderStep.SMS,
                messages.write(
                        key(rent, LadderStep.SMS), CaseDiary.ref(rent), to, "arrears-reminder", fields(rent, to)));
    }

    /** With the address at which the household books where there is one, else an invitation to call. */
    void offerAppointment(UnpaidRent rent) {
        var to = households.require(rent.householdId());
        var heldBy = days.appointmentHeldBy(rent);
        var book = Optional.ofNullable(appointments.getIfAvailable()).flatMap(bean -> bean.offer(rent.id(), heldBy));
        var fields = fields(rent, to);
        fields.put("jour", DayFormat.of("d MMM yyyy", language(to)).format(heldBy));
        book.ifPresent(address -> fields.put("lien", address));
        note(
                rent,
                LadderStep.APPOINTMENT,
                messages.write(
                        key(rent, LadderStep.APPOINTMENT),
                        CaseDiary.ref(rent),
                        to,
                        book.isPresent() ? "arrears-appointment" : "arrears-invitation",
                        fields));
    }

    void letter(UnpaidRent rent) {
        var to = households.require(rent.householdId());
        note(
                rent,
                LadderStep.LETTER,
                messages.writeLetter(
                        key(rent, LadderStep.LETTER), CaseDiary.ref(rent), to, "arrears-letter", fields(rent, to)));
    }

    /** What {@link #remind} or {@link #letter} would write. */
    String sample(UnpaidRent rent, Household to, LadderStep step) {
        var letter = step == LadderStep.LETTER;
        return messages.text(to, letter ? "arrears-letter" : "arrears-reminder", fields(rent, to), letter);
    }

    /** Those of these cases for which this step was written this month. */
    Set<Long> written(Collection<Long> ids, LadderStep step) {
        var keys = ids.stream().collect(Collectors.toMap(id -> key(id, step), Function.identity()));
        return keys.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("select dedupe_key from outbox_message where dedupe_key in (:keys)")
                        .param("keys", keys.keySet())
                        .query(String.class)
                        .list()
                        .stream()
                        .map(keys::get)
                        .collect(Collectors.toSet());
    }

    private void note(UnpaidRent rent, LadderStep step, Optional<Channel> by) {
        diary.note(
                rent,
                Timeline.Kind.MESSAGE,
                by.map(channel -> "wrote." + step + "." + channel).orElse("wrote.nothing"),
                amount(rent, Locale.FRENCH));
    }

    private String key(UnpaidRent rent, LadderStep step) {
        return key(rent.id(), step);
    }

    private String key(long id, LadderStep step) {
        return "unpaid-rent/%d/%s/%s".formatted(id, step, YearMonth.from(days.today()));
    }

    private static Map<String, String> fields(UnpaidRent rent, Household to) {
        var fields = new HashMap<String, String>();
        fields.put("montant", amount(rent, language(to)));
        return fields;
    }

    private static Locale language(Household of) {
        return of.language().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    /** With plain spaces, which a telephone's alphabet has. */
    private static String amount(UnpaidRent rent, Locale locale) {
        return new Money(rent.account().collectableCents())
                .text(locale)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
