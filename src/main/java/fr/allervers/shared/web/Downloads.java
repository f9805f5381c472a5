package fr.allervers.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How files leave the application: saved rather than shown, kept by no cache, and unable to run anything if a browser opens them
 * all the same.
 */
public final class Downloads {

    /** CSV in UTF-8. */
    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String NO_SNIFFING = "X-Content-Type-Options";
    private static final String POLICY = "Content-Security-Policy";
    private static final String RUNS_NOTHING = "sandbox; default-src 'none'";

    private Downloads() {}

    /** An answer whose body the browser saves under this name, which may have accents. */
    public static ResponseEntity.BodyBuilder saved(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(ContentDisposition.attachment(), name))
                .header(NO_SNIFFING, "nosniff")
                .header(POLICY, RUNS_NOTHING);
    }

    /** A file that somebody sent or the application kept, streamed. */
    public static ResponseEntity<InputStreamResource> saved(String name, String type, long size, InputStream content) {
        return saved(name, MediaType.parseMediaType(type)).contentLength(size).body(new InputStreamResource(content));
    }

    /** A PDF of our own that the browser shows, to be printed from there. */
    public static ResponseEntity<byte[]> shown(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(ContentDisposition.inline(), name))
                .body(pdf);
    }

    /** Where the lines of a CSV are written to, one after the other, however many. */
    public static Writer csv(HttpServletResponse response, String name) throws IOException {
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(ContentDisposition.attachment(), name));
        response.setHeader(NO_SNIFFING, "nosniff");
        return response.getWriter();
    }

    private static String disposition(ContentDisposition.Builder how, String name) {
        return how.filename(name, StandardCharsets.UTF_8).build().toString();
    }
}
