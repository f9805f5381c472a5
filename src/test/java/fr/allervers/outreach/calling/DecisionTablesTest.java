package fr.allervers.outreach.calling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.partners.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The landlord's tables, on the decision engine alone, at each boundary. */
class DecisionTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0} years, alone {1}: priority {2}")
    @CsvSource({
        "90,true,110",
        "90,false,100",
        "89,true,95",
        "89,false,85",
        "85,false,85",
        "84,true,80",
        "80,false,70",
        "79,true,65",
        "75,false,55",
        "74,true,50",
        "70,false,40",
        "69,true,35",
        "65,false,25",
        "64,true,15",
        "64,false,5"
    })
    void theOldestLivingAloneAreCalledFirst(int age, boolean alone, int priority) {
        assertThat(evaluate("household-priority", Map.of("age", age, "alone", alone)))
                .containsEntry("priority", priority);
    }

    @ParameterizedTest(name = "danger {0}, surrounded by {1}, needs {2}, regular calls {3}: {4} by {5}")
    @CsvSource({
        "FALL,FAMILY,'',false,RED,rule_red_fall",
        "THREAT,FAMILY,'',false,RED,rule_red_threat",
        "NO_FOOD,NEIGHBOUR,'',false,RED,rule_red_no_food",
        "NO_MEDICINE,NOBODY,'',false,RED,rule_red_no_medicine_alone",
        "NO_MEDICINE,FRIEND,'',false,ORANGE,rule_orange_no_medicine",
        "DISTRESS,NOBODY,'',false,RED,rule_red_distress_alone",
        "DISTRESS,FAMILY,'',false,ORANGE,rule_orange_distress",
        "NO_HEATING,FAMILY,'',false,ORANGE,rule_orange_no_heating",
        "NO_HEATING;FALL,FAMILY,'',false,RED,rule_red_fall",
        "'',NOBODY,MEALS,false,ORANGE,rule_orange_alone_with_needs",
        "'',NOBODY,LISTENING,false,ORANGE,rule_orange_alone_with_needs",
        "'',NOBODY,RIGHTS,true,ORANGE,rule_orange_alone_with_needs",
        "'',NOBODY,'',true,YELLOW,rule_yellow_alone",
        "'',,LISTENING,false,YELLOW,rule_yellow_needs",
        "FALL,,'',false,RED,rule_red_fall",
        "THREAT,,'',false,RED,rule_red_threat",
        "NO_FOOD,,'',false,RED,rule_red_no_food",
        "NO_MEDICINE,,'',false,ORANGE,rule_orange_no_medicine",
        "DISTRESS,,'',false,ORANGE,rule_orange_distress",
        "DISTRESS;NO_MEDICINE,,MEALS,true,ORANGE,rule_orange_no_medicine",
        "DISTRESS;NO_MEDICINE,NOBODY,MEALS,true,RED,rule_red_no_medicine_alone",
        "NO_HEATING,NOBODY,'',false,ORANGE,rule_orange_no_heating",
        "'',NOBODY,'',false,YELLOW,rule_yellow_alone",
        "'',FAMILY,MEALS,false,YELLOW,rule_yellow_needs",
        "'',FAMILY,'',true,YELLOW,rule_yellow_regular_calls",
        "'',FAMILY,'',false,GREEN,rule_green",
        "'',,'',false,GREEN,rule_green",
    })
    void aSituationIsGradedByItsStrongestSign(
            String danger, String surrounded, String needs, boolean regular, String grade, String rule) {
        var inputs = new HashMap<String, Object>();
        inputs.put("danger", list(danger));
        inputs.put("surrounded", surrounded);
        inputs.put("needs", list(needs));
        inputs.put("wantsRegularCalls", regular);

        var result = evaluate("call-grade", inputs);

        assertThat(result).containsEntry("grade", grade).containsEntry("rule", rule);
        assertThat((String) result.get("reason")).isNotBlank();
    }

    @ParameterizedTest(name = "nobody around and {0}")
    @EnumSource(Service.class)
    void anyNeedOfSomebodyWithNobodyAroundIsAnAdvisors(Service need) {
        assertThat(evaluate(
                        "call-grade",
                        Map.of(
                                "danger",
                                List.of(),
                                "surrounded",
                                "NOBODY",
                                "needs",
                                List.of(need.name()),
                                "wantsRegularCalls",
                                false)))
                .containsEntry("grade", "ORANGE");
    }

    @ParameterizedTest(name = "{0} years, alone {1}, known {2}: home check {3}")
    @CsvSource({
        "80,false,,true",
        "79,false,,false",
        "79,true,,true",
        "70,true,,true",
        "69,true,,false",
        "40,false,ORANGE,true",
        "40,false,RED,true",
        "40,false,YELLOW,false"
    })
    void somebodyGoesAndSeesTheMostFragile(int age, boolean alone, String grade, boolean check) {
        var inputs = new HashMap<String, Object>();
        inputs.put("age", age);
        inputs.put("alone", alone);
        inputs.put("lastGrade", grade);
        assertThat(evaluate("home-check", inputs)).containsEntry("check", check);
    }

    @ParameterizedTest(name = "attempt {0} of {1}: again {2} after {3} h")
    @CsvSource({"1,4,true,4", "2,4,true,20", "3,4,true,40", "4,4,false,0", "5,4,false,0", "1,1,false,0"})
    void attemptsAreSpreadOverTheDayAndEnd(int attempt, int most, boolean again, int hours) {
        assertThat(evaluate("retry-plan", Map.of("attempt", attempt, "maxAttempts", most)))
                .containsEntry("retry", again)
                .containsEntry("delayHours", hours);
    }

    @Test
    void everyRuleSaysInWordsWhatItMeans() throws IOException {
        try (var tables = Files.list(Path.of("processes"))) {
            for (var table :
                    tables.filter(file -> file.toString().endsWith(".dmn")).toList()) {
                var xml = Files.readString(table);
                assertThat(xml.split("<rule ").length)
                        .as(table.toString())
                        .isEqualTo(xml.split("<description>").length);
            }
        }
    }

    private static List<String> list(String values) {
        return values.isEmpty() ? List.of() : Arrays.asList(values.split(";"));
    }

    private static Map<String, Object> evaluate(String table, Map<String, Object> inputs) {
        try (InputStream file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            var decision = ENGINE.parseDecision(table, file);
            return ENGINE.evaluateDecisionTable(decision, inputs)
                    .getSingleResult()
                    .getEntryMap();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
