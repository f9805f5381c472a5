package fr.allervers.ledger.files;

import fr.allervers.shared.imports.CsvFormat.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The kinds of files that bring entries. */
public enum FileFormat {
    /** Columns that somebody has explained once. */
    CSV,
    /** ISO 20022 camt.053 or camt.054. */
    CAMT,
    CFONB120,
    /** The public accountant's return, through an {@link AccountantReturn}. */
    ACCOUNTANT;

    private static final int HEAD = 8192;

    /** Which kind a file is, by its beginning; whether it is a good one only reading it tells. */
    public static FileFormat of(Content content, List<AccountantReturn> accountants) throws IOException {
        byte[] head;
        try (var stream = content.open()) {
            head = stream.readNBytes(HEAD);
        }
        if (accountants.stream().anyMatch(one -> one.recognises(head))) {
            return ACCOUNTANT;
        }
        var start = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^(\\u00ef\\u00bb\\u00bf)?\\s*", "");
        // UTF-16 too: the reader of XML finds out.
        if (start.startsWith("<") || start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
            return CAMT;
        }
        return start.split("[\\r\\n]", 2)[0].matches("01\\d{5}.{4}\\d{5}[A-Z]{3}.{60,}") ? CFONB120 : CSV;
    }
}
