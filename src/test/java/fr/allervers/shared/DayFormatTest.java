package fr.allervers.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayFormatTest {

    @Test
    void theFirstOfAMonthIsCountedInFrenchAlone() {
        var first = LocalDate.of(2026, 12, 1);
        assertThat(DayFormat.of("EEEE d MMMM yyyy", Locale.FRENCH).format(first))
                .isEqualTo("mardi 1er décembre 2026");
        assertThat(DayFormat.of("d MMM", Locale.FRANCE).format(first)).isEqualTo("1er déc.");
        assertThat(DayFormat.of("d MMMM", Locale.FRENCH).format(first.plusDays(20)))
                .isEqualTo("21 décembre");
        assertThat(DayFormat.of("d MMMM", Locale.ENGLISH).format(first)).isEqualTo("1 December");
    }

    @Test
    void aTimeMayStandBesideTheDayOrAlone() {
        var at = LocalDateTime.of(2026, 12, 1, 9, 5);
        assertThat(DayFormat.of("d MMMM yyyy 'à' H 'h' mm", Locale.FRENCH).format(at))
                .isEqualTo("1er décembre 2026 à 9 h 05");
        assertThat(DayFormat.of("H 'h' mm", Locale.FRENCH).format(at)).isEqualTo("9 h 05");
    }
}
