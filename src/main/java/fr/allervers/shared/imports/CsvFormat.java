package fr.allervers.shared.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a file is written: UTF-8 (with or without byte order mark) or Windows-1252, semicolons or commas. */
public record CsvFormat(Charset charset, char delimiter) {

    private static final int HEAD = 8192;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Gives the content from its beginning, as often as asked. */
    public interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Finds the format by reading the whole content once: a single accent decides between the two alphabets.
     *
     * @throws FileRefused when it is empty, no text, or has no header
     */
    public static CsvFormat of(Content content) throws IOException {
        byte[] head;
        try (var stream = content.open()) {
            head = stream.readNBytes(HEAD);
        }
        requireText(head);
        var charset = isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS_1252;
        try (var reader = reader(content.open(), charset)) {
            var header = firstLine(reader);
            return new CsvFormat(charset, count(header, ';') >= count(header, ',') ? ';' : ',');
        }
    }

    /** A reader that stands before the header: behind the byte order mark and a spreadsheet's « sep=; » line. */
    public static BufferedReader reader(InputStream content, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(content, charset));
        skip(reader, "\uFEFF");
        reader.mark(16);
        var start = new char[4];
        var length = reader.read(start);
        reader.reset();
        if (length == 4 && new String(start).toLowerCase(Locale.ROOT).equals("sep=")) {
            reader.readLine();
        }
        return reader;
    }

    private static void skip(Reader reader, String prefix) throws IOException {
        reader.mark(1);
        if (reader.read() != prefix.charAt(0)) {
            reader.reset();
        }
    }

    private static void requireText(byte[] head) {
        if (head.length == 0) {
            throw new FileRefused("file.refused.empty");
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefused("file.refused.spreadsheet");
        }
        for (var octet : head) {
            if (octet == 0) {
                throw new FileRefused("file.refused.binary");
            }
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (var at = 0; at < magic.length; at++) {
            if (at >= head.length || (head[at] & 0xFF) != magic[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(Content content) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(64 * 1024);
        var chars = CharBuffer.allocate(64 * 1024);
        try (var stream = new BufferedInputStream(content.open())) {
            var end = false;
            while (!end) {
                var length = stream.read(bytes.array(), bytes.position(), bytes.remaining());
                end = length < 0;
                bytes.position(bytes.position() + Math.max(0, length)).flip();
                if (decoder.decode(bytes, chars.clear(), end).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (var next = reader.read(); next >= 0 && line.length() < HEAD; next = reader.read()) {
            if ((next == '\n' || next == '\r') && !line.toString().isBlank()) {
                break;
            }
            line.append((char) next);
        }
        if (line.toString().isBlank()) {
            throw new FileRefused("file.refused.empty");
        }
        return line.toString();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }
}
