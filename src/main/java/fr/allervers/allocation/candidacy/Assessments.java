package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.candidacy.OfferedRows.Offered;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes what the committee reads of a candidate for a dwelling. The figures are kept with the candidacy: they follow the
 * application until the dwelling is before the committee, and stay as they were then.
 */
@Component
class Assessments {

    private final ApplicationRows applications;
    private final OfferedRows dwellings;
    private final Ceilings ceilings;
    private final LandlordGrid grid;
    private final JdbcClient jdbc;
    private final Clock clock;

    Assessments(
            ApplicationRows applications,
            OfferedRows dwellings,
            Ceilings ceilings,
            LandlordGrid grid,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.dwellings = dwellings;
        this.ceilings = ceilings;
        this.grid = grid;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The columns of a candidacy that come from its application and its dwelling. */
    MapSqlParameterSource of(HousingApplication application, Offered dwelling) {
        var today = LocalDate.now(clock);
        var rent = dwelling.rentCents() + dwelling.chargesCents();
        var effort = LivingPolicy.effortRate(application.resourcesCents(), rent, application.aidCents());
        var fit = grid.fit(application.persons(), dwelling.roomCount());
        var months = (int) ChronoUnit.MONTHS.between(application.appliedOn(), today);
        // Without resources no rent is borne: the worst rate, for the grid alone.
        var score = grid.score(
                application,
                months,
                fit,
                Optional.ofNullable(effort).map(BigDecimal::doubleValue).orElse(999d));
        var ceiling = ceilings.on(
                today,
                dwelling.financing(),
                dwelling.zone(),
                CeilingPolicy.category(
                        application.adults(),
                        application.children(),
                        application.disabled(),
                        application.youngCouple()));
        return new MapSqlParameterSource()
                .addValue("summary", summary(application))
                .addValue("resources", application.resourcesCents())
                .addValue("effort", effort)
                .addValue(
                        "left",
                        LivingPolicy.leftToLiveCents(
                                application.resourcesCents(),
                                rent,
                                application.aidCents(),
                                application.adults(),
                                application.children()))
                .addValue("fit", fit.name())
                .addValue("ceiling", ceiling.map(Ceilings.Ceiling::cents).orElse(null))
                .addValue("ceilingSource", ceiling.map(Ceilings.Ceiling::source).orElse(null))
                .addValue("toConfirm", ceiling.map(Ceilings.Ceiling::toConfirm).orElse(false))
                .addValue("taxIncome", application.taxIncomeCents())
                .addValue("priority", application.priority())
                .addValue("dalo", application.dalo())
                .addValue("score", score.points())
                .addValue("scoreVersion", score.version())
                .addValue("scoreReasons", score.reasons())
                .addValue("now", clock.instant());
    }

    /** Computes again where candidates are still gathered. */
    void ofApplication(long applicationId) {
        again("c.application_id = ?", applicationId);
    }

    void ofDwelling(long offeredDwellingId) {
        again("c.offered_dwelling_id = ?", offeredDwellingId);
    }

    private record Open(long id, long applicationId, long offeredDwellingId) {}

    private void again(String where, long value) {
        var open = jdbc.sql("select c.id, c.application_id, c.offered_dwelling_id from allocation_candidate c join"
                        + " offered_dwelling o on o.id = c.offered_dwelling_id where c.state = 'PROPOSED' and"
                        + " o.state = 'OPEN' and "
                        + where)
                .param(value)
                .query(Open.class)
                .list();
        var files = applications.byIds(open.stream().map(Open::applicationId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(HousingApplication::id, one -> one));
        for (var one : open) {
            write(
                    one.id(),
                    of(
                            Objects.requireNonNull(files.get(one.applicationId())),
                            dwellings.require(one.offeredDwellingId())));
        }
    }

    private void write(long candidateId, MapSqlParameterSource columns) {
        jdbc.sql("""
            update allocation_candidate set summary = :summary, resources_cents = :resources, effort_rate = :effort, left_to_live_cents = :left,
                   fit = :fit, ceiling_cents = :ceiling, ceiling_source = :ceilingSource, ceiling_to_confirm = :toConfirm, tax_income_cents = :taxIncome,
                   priority = :priority, dalo = :dalo, score = :score, score_version = :scoreVersion, score_reasons = :scoreReasons, assessed_at = :now
             where id = :id
            """).paramSource(columns.addValue("id", candidateId)).update();
    }

    /** « 2 adultes, 1 enfant ; hébergé par des proches ; Mal logé ». */
    static String summary(HousingApplication of) {
        List<String> parts = new ArrayList<>();
        parts.add(count(of.adults(), "adulte") + (of.children() > 0 ? ", " + count(of.children(), "enfant") : ""));
        parts.add(of.situation().french());
        // Some situations are a priority under the same words.
        of.kinds().stream()
                .map(PriorityKind::french)
                .filter(kind -> !kind.equalsIgnoreCase(of.situation().french()))
                .forEach(parts::add);
        if (!of.words().isBlank()) {
            parts.add(of.words());
        }
        return String.join(" ; ", parts);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number > 1 ? "s" : "");
    }
}
