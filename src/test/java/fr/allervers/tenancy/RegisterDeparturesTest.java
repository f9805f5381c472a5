package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.staff.Role;
import fr.allervers.tenancy.HouseholdLeft.Reason;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class RegisterDeparturesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    ApplicationEvents events;

    private final String prefix = "RD" + NUMBER.incrementAndGet() + "-";

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.SUPERVISOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private RegisterText file() {
        return new RegisterText(prefix);
    }

    /** Two people in one household. */
    private RegisterText couple(RegisterText file, Object[] first, Object[] second) {
        var other = new Object[second.length + 6];
        other[0] = RegisterColumn.OCCUPANT_CODE;
        other[1] = prefix + "O1b";
        other[2] = RegisterColumn.FIRST_NAME;
        other[3] = "Marcel";
        other[4] = RegisterColumn.CIVILITY;
        other[5] = "M.";
        System.arraycopy(second, 0, other, 6, second.length);
        return file.occupant(1, first).occupant(1, other);
    }

    private void run(RegisterText file) {
        imports.start(imports.upload("r.csv", file.utf8(), Source.SCREEN, null).id());
        runner.runAll();
    }

    private List<HouseholdLeft> told() {
        return events.stream(HouseholdLeft.class).toList();
    }

    private long household(String code) {
        return jdbc.sql("select id from household where code = ?")
                .param(prefix + code)
                .query(Long.class)
                .single();
    }

    @Test
    void aHouseholdThatNobodyLivesInAnyMoreIsTold() {
        run(couple(file(), new Object[] {}, new Object[] {}));
        run(couple(file(), new Object[] {RegisterColumn.DECEASED_ON, "01/11/2026"}, new Object[] {}));
        assertThat(told()).isEmpty();
        run(couple(file(), new Object[] {RegisterColumn.DECEASED_ON, "01/11/2026"}, new Object[] {
            RegisterColumn.LEFT_ON, "15/11/2026"
        }));
        assertThat(told()).containsExactly(new HouseholdLeft(household("F1"), Reason.MOVED));
    }

    @Test
    void theReasonIsThatOfTheLastWhoLeft() {
        run(couple(file(), new Object[] {}, new Object[] {}));
        run(couple(file(), new Object[] {RegisterColumn.DECEASED_ON, "20/11/2026"}, new Object[] {
            RegisterColumn.LEFT_ON, "15/11/2026"
        }));
        assertThat(told()).containsExactly(new HouseholdLeft(household("F1"), Reason.DECEASED));
    }

    @Test
    void aHouseholdKnownToBeEmptyIsNotToldAgain() {
        run(file().occupant(1));
        run(file().occupant(1, RegisterColumn.LEFT_ON, "15/11/2026"));
        run(file().occupant(1, RegisterColumn.LEFT_ON, "16/11/2026"));
        assertThat(told()).hasSize(1);
    }

    @Test
    void somebodyWhoComesWithALaterLineKeepsTheHousehold() {
        run(file().occupant(1));
        var changed = file().occupant(1, RegisterColumn.LEFT_ON, "15/11/2026");
        for (var number = 2; number < 700; number++) {
            changed.occupant(number);
        }
        changed.occupant(1, RegisterColumn.OCCUPANT_CODE, prefix + "O1b", RegisterColumn.FIRST_NAME, "Marcel");
        run(changed);
        assertThat(told()).isEmpty();
    }

    @Test
    void somebodyWhoMovesToAnotherHouseholdLeavesTheirs() {
        run(file().occupant(1).occupant(2));
        run(file().occupant(2).occupant(2, RegisterColumn.OCCUPANT_CODE, prefix + "O1"));
        assertThat(told()).containsExactly(new HouseholdLeft(household("F1"), Reason.MOVED));
    }
}
