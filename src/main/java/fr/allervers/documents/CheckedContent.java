package fr.allervers.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import software.amazon.awssdk.core.ResponseInputStream;

/** A content on its way from the store: whoever reads it to its end learns whether it is what was given to the store. */
final class CheckedContent extends FilterInputStream {

    private final ResponseInputStream<?> answer;
    private final String sha256;
    private final MessageDigest digest = Aside.digest();
    private boolean ended;

    CheckedContent(ResponseInputStream<?> answer, String sha256) {
        super(answer);
        this.answer = answer;
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        if (read > 0) {
            digest.update(into, from, read);
        } else if (read < 0 && !ended) {
            ended = true;
            var given = HexFormat.of().formatHex(digest.digest());
            if (!given.equals(sha256)) {
                throw new IOException("The bucket gave back " + given + " as " + sha256);
            }
        }
        return read;
    }

    /** What was skipped was not seen; so nothing is. */
    @Override
    public long skip(long count) throws IOException {
        var passed = new byte[(int) Math.min(count, 8192)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whoever stops in the middle must not wait for the rest of it. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            answer.abort();
        }
        super.close();
    }
}
