package fr.allervers.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.audit.ActTable;
import fr.allervers.documents.DocumentStore;
import fr.allervers.rights.Knock.Answer;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Route;
import fr.allervers.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every method of a facade that a page leads to, called by nobody, and, where it is told the number of a thing of an agency's, by somebody of
 * each role who works elsewhere. Who may open the page is {@code RightsTest}'s; here nothing stands before the facade.
 */
@ApplicationTest
class FacadesTest {

    private static final Set<String> OF_AN_AGENCY = Set.of("agency", "holder", "case");

    /** Routes on which who asks is looked at by a method that is told the thing itself instead of its number, and by which. */
    private static final Map<String, String> LOOKED_AT_OTHERWISE =
            Map.of("/commissions/points/{id}/etat", "SessionRights.requireReader");

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
    JdbcClient jdbc;

    @Autowired
    DocumentStore documents;

    @Autowired
    Tenants tenants;

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    People people;

    @Test
    void whatIsNotTheirsIsRefusedThereOrBefore() throws Exception {
        var doors = Door.all(Route.all(handlers));
        var knock = new Knock(context, transactions, clock);
        var nobody = toNobody(doors, knock);
        var strangers = toStrangers(doors, knock);

        var found = doors.stream().map(door -> line(door, nobody, strangers)).toList();
        var listed = new String(
                        new ClassPathResource("facades.txt").getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(found)
                .as(() -> "facades.txt should read:\n" + String.join("\n", found))
                .isEqualTo(listed);
        assertThat(unasked(doors, strangers)).isEmpty();
        assertThat(strangers.values()).filteredOn(Answer.REFUSED::equals).hasSizeGreaterThan(150);
    }

    private Map<Door, Answer> toNobody(List<Door> doors, Knock knock) {
        people.signOut();
        var answers = new HashMap<Door, Answer>();
        doors.stream()
                .filter(door -> !door.roles().isEmpty())
                .forEach(door -> answers.put(door, knock.at(door, parameter -> Optional.empty())));
        return answers;
    }

    /** The least refusal that one of them meets: of each role alone, and of all. */
    private Map<Door, Answer> toStrangers(List<Door> doors, Knock knock) {
        var things = new ThingsOfAnAgency(jdbc, documents, tenants, rooms, people);
        var elsewhere = tenants.agency();
        var strangers = Stream.concat(
                        Stream.of(Role.values()).map(role -> people.somebodyOf(elsewhere, role)),
                        Stream.of(people.somebodyOf(elsewhere, Role.values())))
                .toList();
        var answers = new LinkedHashMap<Door, Answer>();
        for (var door : doors) {
            if (!door.takesNumber() || door.routes().stream().noneMatch(this::isOfAnAgency)) {
                continue;
            }
            for (var stranger : strangers) {
                people.signIn(stranger);
                answers.merge(
                        door,
                        knock.at(door, parameter -> things.id(door, parameter)),
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        people.signOut();
        return answers;
    }

    private boolean isOfAnAgency(Route route) {
        return OF_AN_AGENCY.contains(acts.scope(route.pattern()).orElse(""));
    }

    /** Routes on one thing of an agency's that lead to what is open, and to nothing that refuses. */
    private List<String> unasked(List<Door> doors, Map<Door, Answer> strangers) {
        var refusing = doors.stream()
                .filter(door -> strangers.get(door) == Answer.REFUSED)
                .flatMap(door -> door.routes().stream())
                .collect(Collectors.toSet());
        var unasked = new ArrayList<String>();
        strangers.forEach((door, answer) -> {
            if (answer == Answer.OPEN) {
                door.routes().stream()
                        .filter(route -> isOfAnAgency(route)
                                && !refusing.contains(route)
                                && !LOOKED_AT_OTHERWISE.containsKey(route.pattern()))
                        .forEach(route -> unasked.add(door + " by " + route));
            }
        });
        return unasked;
    }

    private static String line(Door door, Map<Door, Answer> nobody, Map<Door, Answer> strangers) {
        var roles = door.roles().stream()
                .map(Role::name)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
        return door + " | " + (roles.isEmpty() ? "by link or open page" : roles) + " | " + word(nobody.get(door))
                + " | " + word(strangers.get(door));
    }

    /** What is open to a job's steps, or finds nothing, depends on what there is; that it is refused does not. */
    private static String word(@Nullable Answer answer) {
        return answer == null ? "-" : answer == Answer.REFUSED ? "refused" : "not asked";
    }
}
