package fr.allervers.allocation;

import fr.allervers.allocation.candidacy.ApplicationEntry;
import fr.allervers.allocation.candidacy.Applications;
import fr.allervers.allocation.candidacy.DwellingOffer;
import fr.allervers.allocation.candidacy.OfferedDwellings;
import fr.allervers.allocation.candidacy.Proposals;
import fr.allervers.allocation.candidacy.ReservationKind;
import fr.allervers.allocation.candidacy.Situation;
import fr.allervers.staff.Role;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes vacant dwellings, applications and candidates for a test, as an allocation officer of every agency. Import it. */
@Fixture
public class Applicants {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Applications applications;
    private final OfferedDwellings dwellings;
    private final Proposals proposals;
    private final Tenants tenants;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Applicants(
            Applications applications,
            OfferedDwellings dwellings,
            Proposals proposals,
            Tenants tenants,
            People people,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.dwellings = dwellings;
        this.proposals = proposals;
        this.tenants = tenants;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A vacant T3 under PLUS at 400 € and 50 € of charges in a commune of its own; gives its code. */
    public String vacant(long agencyId) {
        var number = NUMBER.incrementAndGet();
        var building = jdbc.sql(
                        "insert into building (code, agency_id, address, postcode, commune, insee) values (?, ?, '4"
                                + " place des Ormes', '26000', ?, ?) returning id")
                .params("VB" + number, agencyId, "Ville " + number, "V%04d".formatted(number))
                .query(Long.class)
                .single();
        jdbc.sql("insert into dwelling (code, building_id, typology, rent_cents, charges_cents, financing)"
                        + " values (?, ?, 'T3', 40000, 5000, 'PLUS')")
                .params("VD" + number, building)
                .update();
        return "VD" + number;
    }

    /** Offers a vacant dwelling of a new agency and gives the offer's id. */
    public long offered() {
        return offered(tenants.agency());
    }

    public long offered(long agencyId) {
        officer();
        return dwellings.offer(new DwellingOffer(
                vacant(agencyId), LocalDate.now(clock), null, null, null, null, ReservationKind.LANDLORD, null, null));
    }

    /** What an application of this household says; its unique number is new. */
    public ApplicationEntry entry(long agencyId, int adults, int children) {
        var number = NUMBER.incrementAndGet();
        var agency = jdbc.sql("select code from agency where id = ?")
                .param(agencyId)
                .query(String.class)
                .single();
        return new ApplicationEntry(
                "0260%014d".formatted(number),
                LocalDate.now(clock).minusMonths(20),
                agency,
                "Mme",
                "Candidat " + number,
                "Lina",
                LocalDate.of(1990, 5, 17),
                "lina" + number + "@example.org",
                "+3363998%04d".formatted(8000 + number % 2000),
                "3 allée du Parc",
                "26000",
                "Valence",
                "fr",
                adults,
                children,
                false,
                false,
                150_000,
                1_800_000L,
                2024,
                10_000,
                Situation.HOSTED,
                Set.of(),
                null,
                Set.of(),
                3,
                "",
                null);
    }

    /** Proposes a new application for the dwelling and gives the candidacy's id. */
    public long candidate(long offeredDwellingId) {
        officer();
        var agencyId = jdbc.sql("select agency_id from offered_dwelling where id = ?")
                .param(offeredDwellingId)
                .query(Long.class)
                .single();
        var entry = entry(agencyId, 1, 1);
        applications.enter(entry);
        return proposals.propose(offeredDwellingId, entry.uniqueNumber(), ReservationKind.LANDLORD);
    }

    /** A dwelling with this many candidates that waits for a committee. */
    public long ready(long agencyId, int candidates) {
        var id = offered(agencyId);
        for (var count = 0; count < candidates; count++) {
            candidate(id);
        }
        dwellings.ready(id, null, "");
        return id;
    }

    private void officer() {
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
    }
}
