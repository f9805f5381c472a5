package fr.allervers.dev;

import fr.allervers.allocation.candidacy.ApplicationEntry;
import fr.allervers.allocation.candidacy.Applications;
import fr.allervers.allocation.candidacy.DwellingOffer;
import fr.allervers.allocation.candidacy.FewCandidates;
import fr.allervers.allocation.candidacy.OfferedDwellings;
import fr.allervers.allocation.candidacy.PriorityKind;
import fr.allervers.allocation.candidacy.Proposals;
import fr.allervers.allocation.candidacy.ReservationKind;
import fr.allervers.allocation.candidacy.Situation;
import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The demo's vacant dwellings in all agencies, with three to five invented candidates each; most wait for a committee. */
@Order(7)
public class DemoAllocation implements ApplicationRunner {

    /** A woman's and a man's in turn. */
    private static final List<String> FIRST = List.of(
            "Amélie",
            "Bruno",
            "Cécile",
            "Driss",
            "Estelle",
            "Fabien",
            "Ghislaine",
            "Hakim",
            "Irène",
            "Jonas",
            "Khadija",
            "Loïc",
            "Mélanie",
            "Noureddine",
            "Odile",
            "Prosper",
            "Rachida",
            "Sylvain",
            "Tatiana",
            "Ulysse",
            "Violette");

    private static final List<String> LAST = List.of(
            "Abadie",
            "Berthelot",
            "Chambon",
            "Dumortier",
            "Escoffier",
            "Fayolle",
            "Gontard",
            "Haddadi",
            "Issartel",
            "Jaboulet",
            "Kessaci",
            "Lambertin",
            "Mounier",
            "Nadal",
            "Orsini",
            "Peyrard",
            "Quintin",
            "Roussin",
            "Sabatier",
            "Traoré",
            "Vernet");

    private final Applications applications;
    private final OfferedDwellings dwellings;
    private final Proposals proposals;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Random random = new Random(41);
    private int number;

    DemoAllocation(
            Applications applications,
            OfferedDwellings dwellings,
            Proposals proposals,
            StaffDirectory staff,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.dwellings = dwellings;
        this.proposals = proposals;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Vacant(String code, String typology, String agency, String postcode, String commune, String insee) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from offered_dwelling").query(Long.class).single() > 0) {
            return;
        }
        DemoCampaign.signIn(staff, "julien");
        try {
            var count = 0;
            for (var vacant : vacant()) {
                offer(vacant, count++);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Three vacant dwellings of each agency. */
    private List<Vacant> vacant() {
        return jdbc.sql("""
            select code, typology, agency, postcode, commune, insee from (
              select d.code, d.typology, a.code as agency, b.postcode, b.commune, b.insee, row_number() over (partition by b.agency_id, b.commune order by d.id) as place
                from dwelling d join building b on b.id = d.building_id join agency a on a.id = b.agency_id
               where d.rent_cents > 0 and d.financing is not null and not exists (select 1 from lease l where l.dwelling_id = d.id and l.ends_on is null)) v
             where place <= 2 order by place, agency, insee
            """).query(Vacant.class).list();
    }

    private void offer(Vacant vacant, int count) {
        var kind = ReservationKind.values()[count % ReservationKind.values().length];
        var id = dwellings.offer(new DwellingOffer(
                vacant.code(),
                LocalDate.now(clock).plusDays(15),
                null,
                null,
                null,
                null,
                kind,
                switch (kind) {
                    case LANDLORD -> null;
                    case STATE_PRIORITY, STATE_AGENTS -> "Préfecture";
                    case LOCAL_AUTHORITY -> "Commune de " + vacant.commune();
                    case ACTION_LOGEMENT -> "Action Logement";
                },
                count % 3 == 0
                        ? "https://visites.example.org/" + vacant.code().toLowerCase(java.util.Locale.ROOT)
                        : null));
        var few = count % 7 == 6;
        for (var candidate = 0; candidate < (few ? 2 : 3 + count % 3); candidate++) {
            proposals.propose(id, apply(vacant, few), kind);
        }
        // The last ones still gather their candidates.
        if (count % 5 != 4) {
            dwellings.ready(id, few ? FewCandidates.DALO : null, few ? "Ménages désignés par le préfet" : "");
        }
    }

    private String apply(Vacant vacant, boolean dalo) {
        var at = number++;
        var uniqueNumber = "0260119%011d".formatted(4_000_000L + at * 37L);
        var rooms = Character.getNumericValue(vacant.typology().charAt(1));
        var adults = rooms > 1 && random.nextBoolean() ? 2 : 1;
        var children = Math.max(0, Math.min(4, rooms - 1 - random.nextInt(2)));
        var priorities = EnumSet.noneOf(PriorityKind.class);
        if (random.nextInt(3) == 0) {
            priorities.add(PriorityKind.values()[random.nextInt(PriorityKind.values().length)]);
        }
        var first = (at * 5 + 3) % FIRST.size();
        var id = applications.enter(new ApplicationEntry(
                uniqueNumber,
                LocalDate.now(clock).minusDays(60L + random.nextInt(1800)),
                vacant.agency(),
                first % 2 == 0 ? "Mme" : "M.",
                LAST.get(at % LAST.size()),
                FIRST.get(first),
                LocalDate.of(1955 + random.nextInt(48), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                "candidat" + at + "@example.org",
                "+3363998%04d".formatted(5000 + at),
                (1 + random.nextInt(90)) + " rue des Tilleuls",
                vacant.postcode(),
                vacant.commune(),
                "fr",
                adults,
                children,
                priorities.contains(PriorityKind.DISABILITY),
                false,
                (90_000L + random.nextInt(160_000)) / 100 * 100,
                1_000_000L + random.nextInt(2_000_000),
                LocalDate.now(clock).getYear() - 2,
                random.nextInt(5) * 6_000L,
                Situation.values()[random.nextInt(Situation.values().length)],
                priorities,
                dalo || random.nextInt(10) == 0 ? LocalDate.now(clock).minusDays(90) : null,
                Set.of(vacant.insee()),
                rooms,
                random.nextInt(4) == 0 ? "Travaille à proximité, sans véhicule." : "",
                null));
        papers(id);
        return uniqueNumber;
    }

    /** Most documents came; one application in three lacks one, which a committee may make a condition. */
    private void papers(long applicationId) {
        var kept = new ArrayList<>(jdbc.sql("select kind from application_paper where application_id = ? order by kind")
                .param(applicationId)
                .query(String.class)
                .list());
        if (random.nextInt(3) == 0) {
            kept.remove(random.nextInt(kept.size()));
        }
        jdbc.sql("update application_paper set state = 'ACCEPTED', received_at = :now, accepted_by = 'julien',"
                        + " accepted_at = :now where application_id = :id and kind in (:kinds)")
                .param("now", clock.instant())
                .param("id", applicationId)
                .param("kinds", kept)
                .update();
    }
}
