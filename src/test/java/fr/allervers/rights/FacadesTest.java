package fr.allervers.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.audit.ActTable;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Route;
import fr.allervers.testing.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every method of a facade that a page leads to, called by nobody, by people of every role of other agencies and by who works where the thing
 * is. Who may open the page is {@code RightsTest}'s; here nothing stands before the facade.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacadesTest {

    private static final Set<String> OF_AN_AGENCY = Set.of("agency", "holder", "case");

    /** Numbers that count, and the place in a list. */
    private static final Set<String> AMOUNTS =
            Set.of("before", "cents", "depositCents", "grantedCents", "number", "provisionCents", "size", "value");

    /** Numbers of what is the landlord's as a whole, or one's own, and of what hangs on a thing that is named beside it. */
    private static final Set<String> OF_THE_HOUSE = Set.of(
            "allocation.candidacy.AllocationImports.preview.id",
            "allocation.candidacy.VisitPhotos.require.fileId",
            "allocation.committee.RulesBook.require.id",
            "inbox.SavedViews.forget.id",
            "inventory.settlement.GridVersions.withdraw.id",
            "inventory.settlement.SettlementDraft.remove.chargeId",
            "inventory.settlement.WearGrids.lines.gridId",
            "inventory.template.InventoryTemplates.askPhoto.itemId",
            "inventory.template.InventoryTemplates.remove.itemId",
            "ledger.LedgerImports.columns.id",
            "ledger.LedgerImports.map.id",
            "ledger.LedgerImports.preview.id",
            "ledger.Suspense.attribute.id",
            "ledger.Suspense.dismiss.id",
            "ledger.Suspense.require.id",
            "messaging.template.MessageTemplates.change.id",
            "messaging.template.MessageTemplates.require.id",
            "messaging.template.MessageTemplates.retire.id",
            "partners.PartnerDirectory.change.id",
            "partners.PartnerDirectory.find.id",
            "partners.PartnerDirectory.setActive.id",
            "tenancy.RegisterImports.preview.id");

    /** It draws a page by its name: there is none by any other. */
    private static final Set<String> NOT_CALLED = Set.of("documents.PdfDocuments.render");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    ActTable acts;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    ThingsMaker maker;

    private List<Door> doors;
    private ThingsOfAnAgency theirs;
    private Visit visit;

    @BeforeAll
    void twoAgenciesAndStrangers() {
        doors = Door.all(Route.all(handlers));
        theirs = maker.make();
        visit = new Visit(
                new Knock(context, transactions, new Arguments(clock)), people, theirs, maker.make(), tenants.agency());
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void everyDoorAnswersWhatTheTableSays() throws IOException {
        var visits = new TreeMap<Door, Visit.Answers>(Comparator.comparing(Door::toString));
        doors.stream()
                .filter(door -> !door.isForLinks() && !NOT_CALLED.contains(Door.path(door.method())))
                .forEach(door -> visits.put(door, visit.to(door)));

        var found = doors.stream().map(door -> line(door, visits.get(door))).toList();
        assertThat(found)
                .as(() -> "facades.txt should read:\n" + String.join("\n", found))
                .isEqualTo(lines("facades.txt"));

        var exceptions = lines("facades-open.txt").stream()
                .map(line -> line.split(" \\| ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertThat(named(visits, answers -> answers.isOfAThing() && !answers.isGuarded()))
                .as(
                        "what gives a thing to people of other agencies, or is not shown not to: mend it, or say in facades-open.txt why not")
                .containsExactlyInAnyOrderElementsOf(exceptions.keySet());
        assertThat(named(visits, Visit.Answers::speaksOfTheirs))
                .as("what speaks to people of other agencies of a tenant")
                .allMatch(exceptions::containsKey);
        assertThat(unasked(visits))
                .as("pages on a thing at which nobody asks whose it is")
                .isEmpty();
    }

    @Test
    void everyNumberThatADoorIsToldIsKnown() {
        var unknown = doors.stream()
                .filter(door -> !door.isForLinks())
                .flatMap(door -> Arrays.stream(door.method().getParameters())
                        .filter(parameter -> parameter.getType() == long.class || parameter.getType() == Long.class)
                        .filter(parameter -> !AMOUNTS.contains(parameter.getName())
                                && !door.things(theirs).contains(parameter))
                        .map(parameter -> Door.path(door.method()) + "." + parameter.getName()))
                .toList();
        assertThat(unknown)
                .as("numbers of things that MadeThings should make")
                .containsExactlyInAnyOrderElementsOf(OF_THE_HOUSE);
    }

    private static List<String> named(Map<Door, Visit.Answers> visits, Predicate<Visit.Answers> which) {
        return visits.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .map(one -> one.getKey().toString())
                .toList();
    }

    /** Pages on one thing of an agency's that lead to an open door, and to none that is guarded. */
    private List<String> unasked(Map<Door, Visit.Answers> visits) {
        var asked = visits.entrySet().stream()
                .filter(one -> one.getValue().isOfAThing() && one.getValue().isGuarded())
                .flatMap(one -> one.getKey().routes().stream())
                .collect(Collectors.toSet());
        return visits.entrySet().stream()
                .filter(one -> one.getValue().isOfAThing() && one.getValue().isOpen())
                .flatMap(one -> one.getKey().routes().stream()
                        .filter(route -> OF_AN_AGENCY.contains(
                                        acts.scope(route.pattern()).orElse(""))
                                && !asked.contains(route))
                        .map(route -> one.getKey() + " by " + route))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        return new String(new ClassPathResource(file).getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static String line(Door door, Visit.@Nullable Answers answers) {
        return door + " | " + door.whose() + " | " + (answers == null ? "-" : answers.words());
    }
}
