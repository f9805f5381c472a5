package fr.allervers.messaging.template;

import fr.allervers.shared.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places to fill: {@code {nom}}, or {@code {téléphone|votre agence}} with the words that stand there when
 * the value is missing.
 */
public final class TemplateText {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern BEFORE_COMMA = Pattern.compile(" +([,.])");

    private final List<Piece> pieces;
    private final boolean loose;

    /** A piece: words, or a place with the words that stand in for a missing value. */
    private record Piece(
            String words, @Nullable String place, @Nullable String otherwise) {}

    private TemplateText(List<Piece> pieces, boolean loose) {
        this.pieces = pieces;
        this.loose = loose;
    }

    public static TemplateText of(String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = PLACE.matcher(text);
        var loose = false;
        var end = 0;
        while (matcher.find()) {
            var words = text.substring(end, matcher.start());
            loose |= hasBrace(words);
            pieces.add(new Piece(words, null, null));
            pieces.add(new Piece("", matcher.group(1).strip(), matcher.group(2)));
            end = matcher.end();
        }
        var rest = text.substring(end);
        pieces.add(new Piece(rest, null, null));
        return new TemplateText(pieces, loose || hasBrace(rest));
    }

    private static boolean hasBrace(String words) {
        return words.indexOf('{') >= 0 || words.indexOf('}') >= 0;
    }

    /** Whether a brace is opened and not closed, or the other way round. */
    public boolean hasLooseBrace() {
        return loose;
    }

    /** The fields named, in their order. */
    public Set<MessageField> fields() {
        var fields = new LinkedHashSet<MessageField>();
        places().forEach(piece -> MessageField.named(place(piece)).ifPresent(fields::add));
        return fields;
    }

    /** The fields that must have a value, because no words stand in for it. */
    public Set<MessageField> needed() {
        var fields = new LinkedHashSet<MessageField>();
        places().stream().filter(piece -> piece.otherwise() == null).forEach(piece -> MessageField.named(place(piece))
                .ifPresent(fields::add));
        return fields;
    }

    /** Places that nobody fills: neither a {@link MessageField} nor one of these. */
    public List<String> unknown(Set<String> extraFields) {
        return places().stream()
                .map(TemplateText::place)
                .filter(place -> MessageField.named(place).isEmpty())
                .filter(place -> !extraFields.contains(Texts.fold(place)))
                .distinct()
                .toList();
    }

    /**
     * The text filled in. Where a value is missing and no words stand in, the gap closes.
     *
     * @param values by {@link MessageField#key}, or by the folded name of an extra field
     */
    public String fill(Map<String, String> values) {
        return fill(values::get);
    }

    public String fill(Function<String, @Nullable String> values) {
        var text = new StringBuilder();
        var gap = false;
        for (var piece : pieces) {
            if (piece.place() == null) {
                text.append(piece.words());
                continue;
            }
            var value = values.apply(Texts.fold(piece.place()));
            if (value == null || value.isBlank()) {
                value = piece.otherwise() == null ? "" : piece.otherwise();
                gap |= value.isEmpty();
            }
            text.append(value);
        }
        return gap ? closed(text) : text.toString();
    }

    private static String closed(CharSequence text) {
        return BEFORE_COMMA
                .matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll("$1")
                .strip();
    }

    private List<Piece> places() {
        return pieces.stream().filter(piece -> piece.place() != null).toList();
    }

    private static String place(Piece piece) {
        return piece.place() == null ? "" : piece.place();
    }
}
