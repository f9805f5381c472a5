package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The landlord's opening table on the decision engine alone, at each boundary. */
class OpeningTableTest {

    @ParameterizedTest(name = "{0} cents for {1} days, {2} months: {3} by {4}")
    @CsvSource({
        "2999, 60, 3, false, rule_small",
        "3000, 5, 0, true, rule_age",
        "3000, 4, 0, false, rule_too_young",
        "3000, 6, 1, true, rule_age",
        "90000, 0, 1, false, rule_too_young",
        "90000, 0, 2, true, rule_months",
        "90000, 0, 3, true, rule_months"
    })
    void aCaseOpensByAmountThenMonthsThenAge(long debt, int age, int months, boolean open, String rule)
            throws IOException {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = Files.newInputStream(Path.of("processes", "arrears-opening.dmn"))) {
            var result = engine.evaluateDecisionTable(
                            engine.parseDecision("arrears-opening", table),
                            Map.of(
                                    "debt",
                                    debt,
                                    "age",
                                    age,
                                    "months",
                                    months,
                                    "openingAmount",
                                    3000L,
                                    "openingAge",
                                    5,
                                    "openingMonths",
                                    2))
                    .getSingleResult();
            assertThat((Object) result.getEntry("open")).isEqualTo(open);
            assertThat((Object) result.getEntry("rule")).isEqualTo(rule);
        }
    }
}
