package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.PaperFiles;
import fr.allervers.kpi.fact.LiveFigures;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows decisions, counted live as it would be counted again. */
@ApplicationTest
abstract class AbstractOffersTest {

    static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 4);
    static final LocalDate PAPER_DAY = LocalDate.of(2026, 12, 9);

    @Autowired
    Decided decided;

    @Autowired
    LiveFigures figures;

    @Autowired
    Answers answers;

    @Autowired
    OutcomeDesk desk;

    @Autowired
    PaperFiles papers;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void mark() {
        figures.mark();
    }

    @AfterEach
    void afterwards() {
        figures.assertAsCountedAgain();
        clock.reset();
        people.signOut();
    }

    OutcomeState state(long id, int index) {
        return decided.candidate(id, index).state();
    }

    long candidateId(long id, int index) {
        return decided.candidate(id, index).id();
    }

    List<String> refused(long candidate) {
        return jdbc.sql("select concat_ws(' ', reason, wanted) from refused_answer where candidate_outcome_id = ?"
                        + " order by id")
                .param(candidate)
                .query(String.class)
                .list();
    }

    String applicationState(long id, int index) {
        return jdbc.sql("select state from housing_application where id = ?")
                .param(decided.candidate(id, index).applicationId())
                .query(String.class)
                .single();
    }
}
