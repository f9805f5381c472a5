package fr.allervers.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;

/** The server's side of the fixtures that the browser's conditions are held against too. */
class FormChecksTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormChecks checks = new FormChecks(new FormConditions());

    @TestFactory
    Stream<DynamicTest> conditions() throws IOException {
        return casesOf("conditions");
    }

    @TestFactory
    Stream<DynamicTest> rules() throws IOException {
        return casesOf("rules");
    }

    @Test
    void conditionsThatContradictEachOtherComeToAnEnd() throws IOException {
        var schema = schema("""
                {"id": "loop", "components": [
                  {"type": "textfield", "key": "a", "conditional": {"hide": "=b != null"}},
                  {"type": "textfield", "key": "b", "conditional": {"hide": "=a = null"}}]}
                """);
        assertThat(checks.check(schema, Map.of("a", List.of("1"), "b", List.of("1")), Map.of())
                        .accepted())
                .isTrue();
    }

    @Test
    void aGroupHidesAllItHolds() throws IOException {
        var schema = schema("""
                {"id": "group", "components": [
                  {"type": "checkbox", "key": "help"},
                  {"type": "group", "label": "Aide", "conditional": {"hide": "=help != true"}, "components": [
                    {"type": "textfield", "key": "what", "validate": {"required": true}},
                    {"type": "textfield", "key": "why", "conditional": {"hide": "=what = null"}}]}]}
                """);
        assertThat(checks.check(schema, Map.of("what", List.of("x"), "why", List.of("y")), Map.of())
                        .answers())
                .containsOnlyKeys("help");
        assertThat(checks.check(schema, Map.of("help", List.of("on")), Map.of()).errors())
                .containsOnlyKeys("what");
    }

    @Test
    void wordsAreEscapedButForWhatIsKnown() {
        assertThat(FormWords.html("### Titre\n- **un** <b>deux</b>\n\n[112](tel:112) [x](javascript:alert)"))
                .contains("<li><b>un</b> &lt;b&gt;deux&lt;/b&gt;</li></ul>")
                .contains("<a href=\"tel:112\">112</a> [x](javascript:alert)");
    }

    private Stream<DynamicTest> casesOf(String name) throws IOException {
        var fixture = JSON.readTree(new ClassPathResource("forms-fixtures/" + name + ".json").getInputStream());
        var schema = schema(fixture.get("schema").toString());
        var tests = new ArrayList<DynamicTest>();
        for (var one : fixture.get("cases")) {
            tests.add(DynamicTest.dynamicTest(one.get("name").asText(), () -> check(schema, one)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private void check(FormSchema schema, JsonNode one) {
        Map<String, List<String>> raw = JSON.convertValue(one.get("raw"), new TypeReference<>() {});
        var sent = checks.check(schema, raw, Map.of());
        assertThat(faults(sent)).isEqualTo(JSON.convertValue(one.get("errors"), Map.class));
        assertThat(plain(sent.answers()).toString())
                .isEqualTo(plain(expected(schema, one)).toString());
    }

    private static Map<String, String> faults(Submission sent) {
        var faults = new LinkedHashMap<String, String>();
        sent.errors().forEach((key, fault) -> faults.put(key, fault.code()));
        return faults;
    }

    /** In the form's order, as text. */
    private static Map<String, String> plain(Map<String, Object> answers) {
        var plain = new LinkedHashMap<String, String>();
        answers.forEach((key, value) -> plain.put(key, value.toString()));
        return plain;
    }

    private static Map<String, Object> expected(FormSchema schema, JsonNode one) {
        Map<String, Object> byKey = JSON.convertValue(one.get("answers"), new TypeReference<>() {});
        var ordered = new LinkedHashMap<String, Object>();
        schema.fields().stream()
                .filter(field -> byKey.containsKey(field.key()))
                .forEach(field -> ordered.put(field.key(), byKey.get(field.key())));
        assertThat(ordered).hasSameSizeAs(byKey);
        return ordered;
    }

    private static FormSchema schema(String json) throws IOException {
        return new FormReader(JSON)
                .read(new ByteArrayInputStream(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
