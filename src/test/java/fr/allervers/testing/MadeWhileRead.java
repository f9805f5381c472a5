package fr.allervers.testing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A file that is made while it is read, so that a large one takes no memory of its own. */
public final class MadeWhileRead extends InputStream {

    private final int lines;
    private final IntFunction<String> line;
    private byte[] current;
    private int at;
    private int number;

    /** @param line the text of a line by its number from 0, its end included */
    public MadeWhileRead(String header, int lines, IntFunction<String> line) {
        this.current = header.getBytes(StandardCharsets.UTF_8);
        this.lines = lines;
        this.line = line;
    }

    @Override
    public int read() {
        if (at == current.length) {
            if (number == lines) {
                return -1;
            }
            current = line.apply(number++).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return current[at++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var next = read();
        if (next < 0) {
            return -1;
        }
        buffer[offset] = (byte) next;
        var more = Math.min(length - 1, current.length - at);
        System.arraycopy(current, at, buffer, offset + 1, more);
        at += more;
        return more + 1;
    }
}
