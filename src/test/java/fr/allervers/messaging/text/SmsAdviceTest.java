package fr.allervers.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The browser's counter is held to the same examples (sms.test.mjs). */
class SmsAdviceTest {

    @TestFactory
    Stream<DynamicTest> counts() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/sms/texts.json"))) {
            var examples = new ObjectMapper().readTree(file);
            return StreamSupport.stream(examples.spliterator(), false)
                    .map(example -> DynamicTest.dynamicTest(example.get("name").asText(), () -> holds(example)));
        }
    }

    private static void holds(JsonNode example) {
        var repeat = example.get("repeat");
        var text = repeat == null
                ? example.get("text").asText()
                : repeat.get(0).asText().repeat(repeat.get(1).asInt());
        var advice = SmsAdvice.on(text);
        assertThat(advice.encoding().name()).isEqualTo(example.get("encoding").asText());
        assertThat(advice.units()).isEqualTo(example.get("units").asInt());
        assertThat(advice.parts()).isEqualTo(example.get("parts").asInt());
        assertThat(advice.fittedParts()).isEqualTo(example.get("fittedParts").asInt());
        assertThat(advice.longer().stream()
                        .map(letter -> letter.letter() + ">" + Objects.requireNonNullElse(letter.instead(), ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(example.get("longer").asText());
    }

    @Test
    void aTextOfAnotherScriptLeavesAsItWasWritten() {
        assertThat(SmsAdvice.fit("Reçu : l’eau ماء")).isEqualTo("Recu : l'eau ماء");
    }
}
