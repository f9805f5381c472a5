package fr.allervers.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.shared.personal.PersonKeys;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonPatternTest {

    private final PersonPattern pattern = new PersonPattern(
            new PersonKeys(
                    Set.of(7L),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of("+33639981234", "33639981234", "eloise@example.org"),
                    Set.of("Éloïse Perrin", "Perrin Éloïse")),
            List.of("Éloïse", "Perrin"),
            List.of("Marcel", "Perrin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Éloïse Perrin est tombée.                  | … est tombée.",
                "PERRIN ÉLOÏSE, à rappeler                  | …, à rappeler",
                "perrin eloise                              | …",
                "Éloïse va mieux, M. Perrin aussi.          | … va mieux, M. Perrin aussi.",
                "Joindre au 06 39 98 12 34 ou 0639981234    | Joindre au … ou …",
                "Joindre au +33639981234, 06.39.98.12.35    | Joindre au …, 06.39.98.12.35",
                "Écrire à Eloise@example.org                | Écrire à …",
                "Héloïse et les Perrinet restent            | Héloïse et les Perrinet restent",
            })
    void thePersonIsGoneAndTheOthersStay(String text, String left) {
        assertThat(pattern.without(text)).isEqualTo(left);
    }
}
