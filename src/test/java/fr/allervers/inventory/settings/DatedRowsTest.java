package fr.allervers.inventory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.settlement.GridEntry;
import fr.allervers.inventory.settlement.GridVersions;
import fr.allervers.inventory.settlement.RepairRate;
import fr.allervers.inventory.settlement.RepairRates;
import fr.allervers.inventory.settlement.WearGrids;
import fr.allervers.inventory.settlement.WearLine;
import fr.allervers.inventory.settlement.WearPolicy;
import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** Grids, prices and heating dates are followed by others, never changed: what began under one keeps it. */
@ApplicationTest
class DatedRowsTest {

    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 25);

    @Autowired
    House house;

    @Autowired
    GridVersions versions;

    @Autowired
    WearGrids grids;

    @Autowired
    RepairRates rates;

    @Autowired
    HeatingStarts heatings;

    @Autowired
    Tenants tenants;

    @Autowired
    InventoryRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private StaffMember nadia;

    @BeforeEach
    void somebodyWhoKeepsTheSettings() {
        nadia = people.somebody(Role.ADMINISTRATOR);
        people.signIn(nadia);
    }

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    private static GridEntry grid(LocalDate from, int residual) {
        return new GridEntry(
                "Grille d’essai", from, WearPolicy.Rounding.FLOOR, lines(residual), "Accord d’essai", true);
    }

    private static List<WearLine> lines(int residual) {
        return InventoryTemplates.MATERIALS.stream()
                .map(material -> new WearLine(material, 10, 2, 10, residual))
                .toList();
    }

    private long gridOf(LocalDate lease, InventoryKind... kinds) {
        var of = house.since(lease);
        var last = 0L;
        for (var kind : kinds) {
            last = rows.require(of.open(kind, 3)).gridId();
        }
        people.signIn(nadia);
        return last;
    }

    private long version(LocalDate from) {
        return grids.all().stream()
                .filter(one -> one.validFrom().equals(from))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aNewGridCountsForLeasesFromItsDayOnAndTheOthersKeepTheirs() {
        // Far from the leases of other tests, which share the database.
        var from = LocalDate.of(2071, 3, 1);
        var before = gridOf(from.minusDays(1), InventoryKind.ENTRY);
        versions.add(grid(from, 17));
        assertThat(gridOf(from.minusDays(1), InventoryKind.ENTRY))
                .isEqualTo(before)
                .isNotEqualTo(version(from));
        assertThat(gridOf(from, InventoryKind.ENTRY)).isEqualTo(version(from));
        assertThat(grids.lines(version(from)))
                .hasSize(InventoryTemplates.MATERIALS.size())
                .allMatch(line -> line.residualPercent() == 17);
    }

    @Test
    void anExitIsPricedByTheGridOfItsEntryEvenWhenAnotherCameBetween() {
        var lease = LocalDate.of(2072, 3, 1);
        var of = house.since(lease);
        var entry = rows.require(of.open(InventoryKind.ENTRY, 3));
        people.signIn(nadia);
        versions.add(grid(lease.minusDays(10), 18));
        assertThat(rows.require(of.open(InventoryKind.EXIT, 3)).gridId()).isEqualTo(entry.gridId());
    }

    @Test
    void aGridThatCountsOrIsReferredToStays() {
        var first = grids.all().get(grids.all().size() - 1);
        assertThatThrownBy(() -> versions.withdraw(first.id())).isInstanceOf(UserError.class);
        var used = LocalDate.of(2073, 3, 1);
        versions.add(grid(used, 19));
        gridOf(used, InventoryKind.ENTRY);
        assertThatThrownBy(() -> versions.withdraw(version(used))).isInstanceOf(UserError.class);
        assertThat(grids.lines(version(used))).isNotEmpty();
        var unused = LocalDate.of(2074, 3, 1);
        versions.add(grid(unused, 20));
        versions.withdraw(version(unused));
        assertThat(grids.all()).noneMatch(one -> one.validFrom().equals(unused));
    }

    @Test
    void whatCannotBeAGridIsRefused() {
        var from = LocalDate.of(2075, 3, 1);
        refused(() -> versions.add(grid(LocalDate.now(clock), 20)));
        refused(() -> versions.add(grid(from, 101)));
        refused(() -> versions.add(new GridEntry(
                "Sans toutes les lignes",
                from,
                WearPolicy.Rounding.FLOOR,
                lines(20).subList(1, 16),
                "Accord",
                true)));
        versions.add(grid(from, 20));
        refused(() -> versions.add(grid(from, 21)));
        people.signIn(people.somebody(Role.SUPERVISOR));
        assertThatThrownBy(() -> versions.add(grid(from.plusDays(1), 20))).isInstanceOf(AccessDeniedException.class);
    }

    private static void refused(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(UserError.class);
    }

    @Test
    void aPriceCountsFromItsDayAndTheOneBeforeUntilThen() {
        rates.add("Refaire un joint de baignoire", "BATH", "PIECE", 4500, TOMORROW, "Marché 2026");
        rates.reprice("refaire-un-joint-de-baignoire", 4999L, LocalDate.of(2027, 2, 1), "Marché 2027");
        rates.reprice("refaire-un-joint-de-baignoire", null, LocalDate.of(2027, 6, 1), "Plus au marché");
        assertThat(price(LocalDate.of(2026, 11, 24))).isEmpty();
        assertThat(price(TOMORROW)).containsExactly(4500L);
        assertThat(price(LocalDate.of(2027, 1, 31))).containsExactly(4500L);
        assertThat(price(LocalDate.of(2027, 2, 1))).containsExactly(4999L);
        assertThat(price(LocalDate.of(2027, 5, 31))).containsExactly(4999L);
        assertThat(price(LocalDate.of(2027, 6, 1))).isEmpty();
        refused(() ->
                rates.add("Refaire un joint de baignoire !", null, "PIECE", 100, TOMORROW, "Le même nom autrement"));
        refused(() -> rates.reprice("refaire-un-joint-de-baignoire", 5000L, LocalDate.of(2027, 2, 1), "Deux fois"));
        refused(() -> rates.reprice("refaire-un-joint-de-baignoire", 0L, LocalDate.of(2027, 3, 1), "Rien"));
        refused(() -> rates.reprice("inconnue", 100L, LocalDate.of(2027, 3, 1), "Inconnue"));
    }

    private List<Long> price(LocalDate on) {
        return grids.rates(on).stream()
                .filter(rate -> rate.code().equals("refaire-un-joint-de-baignoire"))
                .map(RepairRate::unitCents)
                .toList();
    }

    @Test
    void aBuildingIsHeatedFromItsOwnDayOnceThatCounts() {
        var household = tenants.tenant().householdId();
        var place = jdbc.sql(
                        "select d.id, d.building_id from household h join dwelling d on d.id = h.dwelling_id where h.id = ?")
                .param(household)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        heatings.add(List.of(place[1]), "1/10", TOMORROW, "Contrat de chauffage");
        heatings.add(List.of(place[1]), "20/10", LocalDate.of(2027, 9, 1), "Nouveau contrat");
        assertThat(heatings.ofDwelling(place[0], LocalDate.of(2026, 11, 24))).isEmpty();
        assertThat(heatings.ofDwelling(place[0], TOMORROW)).contains(MonthDay.of(10, 1));
        assertThat(heatings.ofDwelling(place[0], LocalDate.of(2027, 9, 1))).contains(MonthDay.of(10, 20));
        refused(() -> heatings.add(List.of(place[1]), "1/10", TOMORROW, "Deux fois"));
        refused(() -> heatings.add(List.of(place[1]), "31/13", LocalDate.of(2027, 1, 1), "Treizième mois"));
        refused(() -> heatings.add(List.of(), "1/10", LocalDate.of(2027, 1, 1), "Aucun"));
        refused(() -> heatings.add(List.of(987_654_321L), "1/10", LocalDate.of(2027, 1, 1), "Inconnu"));
    }

    @Test
    void thePagesShowThemAndGiveBackWhatWasTypedWhenItCannotBe() throws Exception {
        assertThat(shown("/etats-des-lieux/reglages"))
                .contains("/etats-des-lieux/reglages/grilles/nouvelle", "/etats-des-lieux/reglages/chauffe");
        assertThat(shown("/etats-des-lieux/reglages/grilles/nouvelle")).contains("name=\"vie-BOILER\"");
        assertThat(shown("/etats-des-lieux/reglages/bareme")).contains("Peindre une pièce", "Remplacer un robinet");
        tenants.tenant();
        assertThat(shown("/etats-des-lieux/reglages/chauffe?q=12%20rue%20des%20Lilas"))
                .contains("12 rue des Lilas");
        assertThat(shown("/etats-des-lieux/reglages/chauffe?q=%25%25")).contains("Aucun immeuble");
        var refused = send(
                "/etats-des-lieux/reglages/grilles",
                Map.of(
                        "nom",
                        "Grille à moitié",
                        "jour",
                        "2076-03-01",
                        "arrondi",
                        "FLOOR",
                        "source",
                        "Accord",
                        "vie-PAINT",
                        "12"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Grille à moitié", "2076-03-01", "value=\"12\"");
        assertThat(send(
                                "/etats-des-lieux/reglages/bareme/prix",
                                Map.of("reparation", "tap", "prix", "99,90", "jour", "2027-01-01", "source", "Marché"))
                        .getStatus())
                .isEqualTo(302);
        clock.advance(Duration.ofDays(60));
        assertThat(grids.rates(LocalDate.now(clock)))
                .anyMatch(rate -> rate.code().equals("tap") && rate.unitCents() == 9990);
    }

    private String shown(String path) throws Exception {
        var answer = mvc.perform(get(java.net.URI.create(path)).with(People.as(nadia)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .as("untranslated words at " + path)
                .doesNotContain("??");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(String path, Map<String, String> fields) throws Exception {
        var request = post(path).with(People.as(nadia)).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }
}
