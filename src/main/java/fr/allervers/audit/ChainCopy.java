package fr.allervers.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a copy of the log that can be verified elsewhere: one JSON object a line, the first says where it begins. */
final class ChainCopy {

    static final String FORMAT = "allervers-audit-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChainCopy() {}

    static String head(long from, byte[] hash) {
        return write(
                Map.of("format", FORMAT, "after", from, "hash", HexFormat.of().formatHex(hash)));
    }

    static String line(Entry entry) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("seq", entry.seq());
        fields.put("id", entry.id());
        fields.put("at", entry.at().toEpochMilli());
        fields.put("actor", entry.actor());
        fields.put("actorId", entry.actorId());
        fields.put("act", entry.act());
        fields.put("outcome", entry.outcome());
        fields.put("subjectKind", entry.subjectKind());
        fields.put("subjectId", entry.subjectId());
        fields.put("route", entry.route());
        fields.put("detail", entry.detail());
        fields.put("reference", entry.reference());
        fields.put("householdId", entry.householdId());
        fields.put("agencyId", entry.agencyId());
        fields.put("hash", entry.hash() == null ? null : HexFormat.of().formatHex(entry.hash()));
        return write(fields);
    }

    /** @throws IllegalArgumentException when it is no first line of a copy */
    static ChainCheck begin(String line) {
        var head = tree(line);
        if (!FORMAT.equals(head.path("format").asText())) {
            throw new IllegalArgumentException("le format n’est pas " + FORMAT);
        }
        return new ChainCheck(
                head.path("after").asLong(),
                HexFormat.of().parseHex(head.path("hash").asText()));
    }

    /** @throws IllegalArgumentException when it is no line of a copy */
    static Entry entry(String line) {
        var fields = tree(line);
        return new Entry(
                fields.path("id").asLong(),
                Instant.ofEpochMilli(fields.path("at").asLong()),
                fields.path("actor").asText(),
                number(fields, "actorId"),
                fields.path("act").asText(),
                fields.path("outcome").asText(),
                text(fields, "subjectKind"),
                number(fields, "subjectId"),
                fields.path("route").asText(),
                text(fields, "detail"),
                text(fields, "reference"),
                number(fields, "householdId"),
                number(fields, "agencyId"),
                number(fields, "seq"),
                HexFormat.of().parseHex(fields.path("hash").asText()));
    }

    private static @Nullable Long number(JsonNode fields, String name) {
        return fields.hasNonNull(name) ? fields.get(name).asLong() : null;
    }

    private static @Nullable String text(JsonNode fields, String name) {
        return fields.hasNonNull(name) ? fields.get(name).asText() : null;
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("une ligne n’est pas du JSON", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
