package fr.allervers.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.testing.ApplicationTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A table of a version stays what it is when the landlord deploys the next one. */
@ApplicationTest
class DecisionsTest {

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="trial" name="Essai" namespace="http://allervers.fr">
              <decision id="trial-table" name="Essai" camunda:historyTimeToLive="P1D" camunda:versionTag="%s">
                <decisionTable id="table">
                  <input id="i"><inputExpression id="e" typeRef="integer"><text>amount</text></inputExpression></input>
                  <output id="o" name="answer" typeRef="string" />
                  <rule id="r"><inputEntry id="ie"><text></text></inputEntry><outputEntry id="oe"><text>"%s"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Autowired
    Decisions decisions;

    @Autowired
    RepositoryService repository;

    private void deploy(String tag, String answer) {
        repository
                .createDeployment()
                .addString("trial.dmn", TABLE.formatted(tag, answer))
                .deploy();
    }

    private String asked(String tag) {
        return String.valueOf(decisions
                .table("trial-table", tag)
                .evaluate(Map.of("amount", 1))
                .get("answer"));
    }

    @Test
    void aTableIsAskedByItsVersionTagAndTheLastOneDeployedUnderItCounts() {
        deploy("1", "first");
        deploy("2", "second");
        assertThat(asked("1")).isEqualTo("first");
        assertThat(asked("2")).isEqualTo("second");
        deploy("1", "first, corrected");
        assertThat(asked("1")).isEqualTo("first, corrected");
        assertThat(decisions.has("trial-table", "3")).isFalse();
        assertThatThrownBy(() -> decisions.table("trial-table", "3")).isInstanceOf(IllegalStateException.class);
    }
}
