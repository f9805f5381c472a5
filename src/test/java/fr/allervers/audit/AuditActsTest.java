package fr.allervers.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Route;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page says in audit-acts.txt what opening it is: a new one, or one that is not written down, is a decision to be seen. */
@ApplicationTest
class AuditActsTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    ActTable table;

    private List<Route> routes() {
        return Route.all(handlers);
    }

    @Test
    void everyPageSaysWhatOpeningItIs() {
        assertThat(routes().stream()
                        .filter(Route::isGet)
                        .filter(route ->
                                table.find(route.method(), route.pattern()).isEmpty())
                        .map(Route::toString)
                        .sorted()
                        .toList())
                .as("add these to audit-acts.txt")
                .isEmpty();
    }

    @Test
    void theTableNamesNoRouteThatIsNotThere() {
        var known = routes().stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));
        assertThat(table.routes()).isSubsetOf(known);
    }

    @Test
    void whatIsNotWrittenDownHasAReason() {
        assertThat(table.routes().stream()
                        .map(route -> route.split(" "))
                        .filter(route -> table.of(route[0], route[1]).act() == null)
                        .filter(route -> table.of(route[0], route[1]).reason().isBlank()))
                .isEmpty();
    }

    /** Of a file that was seen or a document that was opened, the log knows whose. */
    @Test
    void whatIsSeenOrOpenedByANumberHasASubject() {
        assertThat(routes().stream()
                        .filter(route -> route.pattern().contains("{")
                                && !route.isLink()
                                && !route.pattern().startsWith("/a-faire/{taskId}")
                                && !route.pattern().startsWith("/etats-des-lieux/modeles"))
                        .filter(route ->
                                table.of(route.method(), route.pattern()).act() != null)
                        .filter(route -> table.subjectKind(route.pattern()).isEmpty())
                        .map(Route::toString))
                .isEmpty();
    }

    @Test
    void aRouteThatTheTableDoesNotKnowIsWrittenDownAllTheSame() {
        assertThat(table.of("GET", "/nouveau/{id}").act()).isEqualTo(Act.SEEN);
        assertThat(table.of("HEAD", "/locataires/{id}").act()).isEqualTo(Act.SEEN);
        assertThat(table.of("POST", "/nouveau/{id}").act()).isEqualTo(Act.CHANGED);
        assertThat(table.of("POST", "/langue").act()).isNull();
    }

    @Test
    void theSubjectIsReadFromTheLongestBeginningThatFits() {
        var vacant = "/fiches/vacants/{id:\\d+}";
        assertThat(table.subject(vacant, java.util.Map.of("id", "7"))).contains(new Subject("vacant-dwelling", 7));
        assertThat(table.subject("/fiches/{id:\\d+}/notes", java.util.Map.of("id", "7")))
                .contains(new Subject("household", 7));
        assertThat(table.subject("/dossiers/{kind}/{id}", java.util.Map.of("kind", "household-call", "id", "7")))
                .contains(new Subject("household-call", 7));
        assertThat(table.subject("/dossiers/{kind}/{id}", java.util.Map.of("kind", "x".repeat(41), "id", "7")))
                .isEmpty();
        assertThat(table.subject("/fiches", java.util.Map.of())).isEmpty();
    }
}
