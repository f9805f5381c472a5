package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.dev.DemoRegisterFile;
import fr.allervers.shared.imports.CsvFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo's register is one that the import takes, of the size and ages that its campaign needs. */
class DemoRegisterFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final RegisterChunk all = read(new DemoRegisterFile(TODAY).text());

    private static RegisterChunk read(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        CsvFormat.Content content = () -> new ByteArrayInputStream(bytes);
        try (var file = new RegisterFile(content, CsvFormat.of(content))) {
            return new ChunkReader(file, TODAY).next(100_000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyLineIsTaken() {
        assertThat(all.rejects()).isEmpty();
    }

    @Test
    void itHasTwoThousandThreeHundredDwellingsAndAboutFiveThousandOccupants() {
        assertThat(all.lines().stream()
                        .map(line -> line.code(RegisterColumn.DWELLING_CODE))
                        .distinct())
                .hasSize(2300);
        assertThat(all.lines().stream().filter(line -> !line.isVacant()).count())
                .isBetween(4_900L, 5_200L);
        assertThat(all.lines().stream()
                        .map(line -> line.code(RegisterColumn.AGENCY_CODE))
                        .distinct())
                .containsExactlyInAnyOrder("VC", "VS", "VN", "VE", "RC", "RE");
    }

    @Test
    void itHasTwelveHundredHouseholdsToBeCalled() {
        var called = new HashSet<String>();
        all.lines().stream().filter(line -> !line.isVacant()).forEach(line -> {
            var age = Period.between((LocalDate) line.get(RegisterColumn.BIRTH_DATE), TODAY)
                    .getYears();
            var alone = Boolean.TRUE.equals(line.get(RegisterColumn.LIVES_ALONE));
            if (age >= 75 || (age >= 65 && alone)) {
                called.add(line.code(RegisterColumn.HOUSEHOLD_CODE));
            }
        });
        assertThat(called).hasSize(1206);
    }

    @Test
    void itsNumbersAreThoseKeptForFiction() {
        assertThat(all.lines().stream()
                        .flatMap(line ->
                                Stream.of(line.phone(RegisterColumn.PHONE_1), line.phone(RegisterColumn.PHONE_2)))
                        .filter(Objects::nonNull)
                        .map(PhoneNumbers.Dialled::e164))
                .isNotEmpty()
                .allMatch(number -> number.matches("\\+33(19900|63998)\\d{4}"));
    }

    @Test
    void itIsAlwaysTheSame() {
        assertThat(new DemoRegisterFile(TODAY).text()).isEqualTo(new DemoRegisterFile(TODAY).text());
    }
}
