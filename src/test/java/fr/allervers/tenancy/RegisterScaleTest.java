package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.HeldMemory;
import fr.allervers.testing.MadeWhileRead;
import fr.allervers.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 50,000 occupants go through without the memory that they would take together. */
@ApplicationTest
class RegisterScaleTest {

    private static final int OCCUPANTS = 50_000;

    /** The file is some 12 MB, its lines as objects ten times that; the fingerprints of what it said take 6. */
    private static final long MOST_BYTES = 40L * 1024 * 1024;

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    People people;

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void fiftyThousandOccupantsStreamInConstantMemory() throws InterruptedException {
        var id = new AtomicLong();
        var held = HeldMemory.during(() -> {
            var file = new MadeWhileRead(text(new RegisterText("RS-")), OCCUPANTS, RegisterScaleTest::line);
            id.set(imports.upload("grand.csv", file, Source.SCREEN, null).id());
            imports.start(id.get());
            runner.runAll();
        });
        var done = imports.require(id.get());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.created()).isEqualTo(OCCUPANTS);
        assertThat(held).as("bytes held more than before").isLessThan(MOST_BYTES);
    }

    /** Two occupants to a household, 20 dwellings to a building. */
    private static String line(int number) {
        var household = number / 2;
        var changes = new Object[] {
            RegisterColumn.OCCUPANT_CODE, "RS-O" + number,
            RegisterColumn.BUILDING_CODE, "RS-B" + household / 20,
            RegisterColumn.BUILDING_NAME, "Résidence " + household / 20,
            RegisterColumn.LAST_NAME, "Nom" + household,
            RegisterColumn.FIRST_NAME, "Prénom" + number,
            RegisterColumn.PHONE_1, "01 99 00 %02d %02d".formatted(number / 100 % 100, number % 100)
        };
        var text = text(new RegisterText("RS-").occupant(household, changes));
        return text.substring(text.indexOf('\n') + 1);
    }

    private static String text(RegisterText of) {
        return new String(of.utf8Bytes(), StandardCharsets.UTF_8);
    }
}
