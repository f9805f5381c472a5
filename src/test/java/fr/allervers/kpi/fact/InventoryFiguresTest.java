package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.Period;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures of inventories over cases that cover each outcome: as shown, as counted again, and as the test itself noted. */
class InventoryFiguresTest extends AbstractFiguresTest {

    private static final int DAYS = 60;

    /** How an inventory was made, whether the tenant declared it, and how often more was asked for. */
    private record Made(String madeAs, boolean declared, int revision, boolean sealed) {}

    private static final List<Made> MADE = List.of(
            new Made("DECLARED", true, 0, true),
            new Made("DECLARED", true, 2, true),
            new Made("DECLARED", true, 1, false),
            new Made("DECLARED", false, 0, false),
            // Declared first, then made on the spot; and on the spot from the start.
            new Made("JOINT", true, 1, true),
            new Made("JOINT", false, 0, true),
            new Made("JOINT", false, 0, false),
            new Made("BAILIFF", false, 0, true));

    /** What became of a settlement. */
    private record Settled(
            String status,
            boolean sent,
            boolean answered,
            boolean disputed,
            @Nullable String words,
            @Nullable Integer paidAfter) {}

    private static final List<Settled> SETTLED = List.of(
            new Settled("DRAFT", false, false, false, null, null),
            new Settled("SENT", true, false, false, null, null),
            new Settled("AGREED", true, true, false, null, null),
            new Settled("AGREED", true, true, false, "Merci et bonne journée", null),
            new Settled("DISPUTED", true, true, true, "Ce n’était pas moi", null),
            new Settled("MAINTAINED", true, true, true, "Ce n’était pas moi", null),
            // Contested, made anew, then agreed to without a word, and paid.
            new Settled("DRAFT", true, true, true, "Trop cher", null),
            new Settled("AGREED", true, true, true, null, null),
            new Settled("PAID", true, true, true, null, 0),
            new Settled("SILENT", true, false, false, null, null),
            new Settled("PAID", true, false, false, null, 1),
            new Settled("PAID", true, true, false, "Merci", -5));

    private final Expected expected = new Expected();
    private final List<Long> made = new ArrayList<>();

    @AfterEach
    void forget() {
        jdbc.sql("delete from exit_settlement where inventory_id in (:ids)")
                .param("ids", made)
                .update();
        jdbc.sql("delete from inventory where id in (:ids)").param("ids", made).update();
    }

    @Test
    void shownCountedAgainAndNotedAreTheSame() {
        for (var of : List.of(agency, other)) {
            for (var number = 0; number < 24; number++) {
                var settled = number % 2 == 0 ? null : SETTLED.get(number / 2 % SETTLED.size());
                inventory(of, number, MADE.get(number % MADE.size()), settled);
            }
        }
        fold();
        for (var figure : Figure.of(Area.INVENTORY)) {
            assertThat(expected.countOf(figure, true)).as(figure.key()).isPositive();
            assertThat(expected.countOf(figure, false)).as(figure.key()).isPositive();
            everyDayAndAll(expected, figure, agency, Period.days(FROM, FROM.plusDays(DAYS)), 14);
            everyDayAndAll(expected, figure, other, Period.days(FROM, FROM.plusDays(DAYS)), 14);
        }
        sameWhenCountedAgain();
    }

    private void inventory(long of, int number, Made how, @Nullable Settled settled) {
        var home = ground.home(of);
        var keys = FROM.plusDays(2 + number % 9);
        var declared = keys.minusDays(1).atTime(23, 30).atZone(PARIS).toInstant();
        // The last second of the keys' day in Paris, and the first after it.
        var sealed = how.sealed()
                ? keys.plusDays(1).atStartOfDay(PARIS).toInstant().minusSeconds(number / MADE.size() % 2 == 0 ? 1 : 0)
                : null;
        var accepted = sealed == null ? null : sealed.minusSeconds(60);
        // What is made on the spot counts as handed in when it is accepted.
        var submitted = how.declared() ? declared : accepted;
        var id = jdbc.sql("""
                        insert into inventory (kind, lease_id, dwelling_id, household_id, agency_id, typology, status, made_as, language, keys_on, lease_starts_on, grid_id, opened_at,
                                               opened_by, revision, submitted_at, accepted_at, sealed_at)
                        values (?, ?, ?, ?, ?, 'T3', ?, ?, 'fr', ?, '2020-01-01', (select min(id) from wear_grid), '2026-11-20 09:00:00', 'essai', ?, ?, ?, ?) returning id
                        """)
                .params(Arrays.asList(
                        settled == null ? "ENTRY" : "EXIT",
                        home.lease(),
                        home.dwelling(),
                        home.household(),
                        of,
                        sealed == null ? "OPEN" : "SEALED",
                        how.madeAs(),
                        keys,
                        how.revision(),
                        at(submitted),
                        at(accepted),
                        at(sealed)))
                .query(Long.class)
                .single();
        made.add(id);
        if (sealed != null) {
            expected.add(Figure.ON_TIME, of, day(sealed), !day(sealed).isAfter(keys));
            expected.add(Figure.ALONE, of, day(sealed), how.madeAs().equals("DECLARED"));
        }
        if (how.declared()) {
            expected.add(Figure.ASKED_AGAIN, of, day(declared), how.revision() > 0);
        }
        if (settled != null) {
            settlement(id, of, keys, settled);
        }
        note("declarative-inventory", id);
    }

    private void settlement(long id, long of, LocalDate keys, Settled became) {
        var sent = keys.plusDays(1).atStartOfDay(PARIS).toInstant();
        var answered = sent.plusSeconds(3_600);
        var due = keys.plusMonths(1);
        var paid = became.paidAfter() == null ? null : due.plusDays(became.paidAfter());
        jdbc.sql("""
                        insert into exit_settlement (inventory_id, status, deposit_cents, rent_cents, keys_returned_on, matching, due_on, sent_at, answered_at, answer_text, disputed_at, paid_on)
                        values (?, ?, 40000, 40000, ?, false, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        became.status(),
                        keys,
                        due,
                        became.sent() ? at(sent) : null,
                        became.answered() ? at(answered) : null,
                        became.words(),
                        became.disputed() ? at(answered) : null,
                        paid))
                .update();
        if (became.sent()) {
            expected.add(Figure.CONTESTED, of, day(sent), became.disputed());
        }
        if (paid != null) {
            expected.add(Figure.DEPOSITS, of, paid, !paid.isAfter(due));
        }
    }

    private static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PARIS).toLocalDate();
    }
}
