package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class HouseholdSearchTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final int number = NUMBER.incrementAndGet();
    private final String prefix = "HS" + number + "-";
    private StaffMember reader;

    @BeforeEach
    void signIn() {
        reader = people.somebody(Role.SUPERVISOR);
        people.signIn(reader);
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private void run(RegisterText file) {
        imports.start(imports.upload("r.csv", file.utf8(), Source.SCREEN, null).id());
        runner.runAll();
    }

    private List<String> codes(String words) {
        return households.search(words, reader, null).items().stream()
                .map(HouseholdHit::code)
                .filter(code -> code.startsWith(prefix))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoé lefèvre",
                "LEFEVRE",
                "lefe zo",
                "œuvrard",
                "oeuv",
                "06 39 98 41 42",
                "0639984142",
                "+33 6 39 98 41 42",
                "063998414",
                "quai thannaron lefe",
                "HS{n}-F7",
                "hs{n}f7"
            })
    void aHouseholdIsFoundByTheBeginningOfItsWordsWhateverCaseAndAccents(String asked) {
        run(new RegisterText(prefix)
                .occupant(
                        7,
                        RegisterColumn.HOUSEHOLD_NAME,
                        "Foyer Œuvrard",
                        RegisterColumn.LAST_NAME,
                        "Lefèvre",
                        RegisterColumn.FIRST_NAME,
                        "Zoé",
                        RegisterColumn.ADDRESS,
                        "8 quai Thannaron",
                        RegisterColumn.PHONE_1,
                        "06 39 98 41 42"));
        assertThat(codes(asked.replace("{n}", Integer.toString(number)))).containsExactly(prefix + "F7");
    }

    @Test
    void whatNobodyBearsIsNotFoundAndNothingAskedFindsNothing() {
        run(new RegisterText(prefix).occupant(1));
        assertThat(codes("odette zzz")).isEmpty();
        assertThat(codes("dette")).isEmpty();
        assertThat(codes("")).isEmpty();
        assertThat(codes("%")).isEmpty();
        assertThat(codes("' or 1=1 --")).isEmpty();
    }

    @Test
    void newWordsAreFoundAndOldOnesForgottenAfterAChange() {
        run(new RegisterText(prefix).occupant(1, RegisterColumn.LAST_NAME, "Avantmariage"));
        run(new RegisterText(prefix)
                .occupant(1, RegisterColumn.LAST_NAME, "Apresmariage", RegisterColumn.ADDRESS, "3 rue Renommée"));
        assertThat(codes("avantmariage")).isEmpty();
        assertThat(codes("apresmariage renommee")).hasSize(1);
    }

    @Test
    void slicesFollowEachOtherWithoutGapOrRepetition() {
        var file = new RegisterText(prefix);
        for (var one = 0; one < 45; one++) {
            file.occupant(one, RegisterColumn.HOUSEHOLD_NAME, "Tranche" + number + " " + one % 3);
        }
        run(file);
        var found = new ArrayList<Long>();
        String after = null;
        do {
            var slice = households.search("tranche" + number, reader, after);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(20);
            slice.items().forEach(hit -> found.add(hit.id()));
            after = slice.next();
        } while (after != null);
        assertThat(found).hasSize(45).doesNotHaveDuplicates();
        assertThat(households.search("tranche" + number, reader, "brouillon").items())
                .hasSize(20);
    }

    @Test
    void onlyTheReadersAgenciesAreSearched() {
        run(new RegisterText(prefix).occupant(1));
        var agency = jdbc.sql("select id from agency where code = ?")
                .param(prefix + "AG")
                .query(Long.class)
                .single();
        assertThat(households
                        .search(prefix + "F1", people.somebodyOf(agency, Role.SOCIAL_ADVISOR), null)
                        .items())
                .hasSize(1);
        assertThat(households
                        .search(prefix + "F1", people.somebodyOf(agency + 1_000, Role.SOCIAL_ADVISOR), null)
                        .items())
                .isEmpty();
    }

    @Test
    void aTextThatIsNoNumberIsNotAdded() {
        run(new RegisterText(prefix).occupant(1));
        var occupant = jdbc.sql("select id from occupant where code = ?")
                .param(prefix + "O1")
                .query(Long.class)
                .single();
        assertThatThrownBy(() -> households.addPhone(occupant, "12")).isInstanceOf(IllegalArgumentException.class);
        households.addPhone(occupant, "+33 6 39 98 77 01");
        assertThat(codes("06 39 98 77 01")).hasSize(1);
    }
}
