package fr.allervers.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 046,20 €|104620", "-12.5|-1250", "−0,05|-5", "+7|700", "1\u202f234\u00a0567,89|123456789"})
    void amountsAreReadAsPeopleWriteThem(String text, long cents) {
        assertThat(Money.read(text)).contains(new Money(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "douze", "1,234", "1,2,3", "1.234,56", "--5", "9999999999999"})
    void whatIsNoAmountIsNotGuessed(String text) {
        assertThat(Money.read(text)).isEmpty();
    }

    @Test
    void amountsAreWrittenInTheReadersLanguage() {
        assertThat(new Money(104620).text(Locale.FRENCH)).isEqualTo("1\u202f046,20\u00a0€");
        assertThat(new Money(-5).text(Locale.FRENCH)).isEqualTo("−0,05\u00a0€");
        assertThat(new Money(104620).text(Locale.ENGLISH)).isEqualTo("€1,046.20");
    }
}
