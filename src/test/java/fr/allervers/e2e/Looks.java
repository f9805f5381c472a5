package fr.allervers.e2e;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks at answers: what was stored or sent is text in them, and their headers are there. Many threads may look at once. */
final class Looks {

    /** As a browser reads it, an element; as a spreadsheet reads it, a formula. */
    static final String PAYLOAD = "=<q7x a='\">";

    static final String ELEMENT = "<q7x";
    private static final String ESCAPED = "&lt;q7x";
    private static final String SANDBOX = "sandbox; default-src 'none'";
    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin");

    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger shown = new AtomicInteger();

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** On how many pages the text stood. */
    int shown() {
        return shown.get();
    }

    void at(String address, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            wrong.add(address + ": " + answer.statusCode());
        }
        content(address, header(answer, "Content-Type"), answer.body());
        headers(address, answer);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void content(String address, String type, String body) {
        if (type.startsWith("text/html")) {
            var at = body.indexOf(ELEMENT);
            if (at >= 0) {
                wrong.add(address + ": " + body.substring(Math.max(0, at - 120), Math.min(body.length(), at + 40)));
            }
            if (body.contains("java.lang.")) {
                wrong.add(address + ": a stack trace");
            }
            if (body.contains(ESCAPED)) {
                shown.incrementAndGet();
            }
        } else if (type.startsWith("text/csv") && body.lines().anyMatch(line -> line.matches("(.*;)?\"?=<q7x.*"))) {
            wrong.add(address + ": a formula");
        }
    }

    private void headers(String address, HttpResponse<String> answer) {
        EVERYWHERE.forEach((name, value) -> {
            if (!header(answer, name).equals(value)) {
                wrong.add(address + ": " + name + " " + header(answer, name));
            }
        });
        var policy = header(answer, "Content-Security-Policy");
        if (!policy.equals(SANDBOX)
                && (!policy.contains("script-src 'self'")
                        || policy.contains("unsafe")
                        || !policy.contains("base-uri 'none'"))) {
            wrong.add(address + ": Content-Security-Policy " + policy);
        }
        if (!policy.equals(SANDBOX) && header(answer, "Referrer-Policy").isEmpty()) {
            wrong.add(address + ": Referrer-Policy");
        }
        var cached = header(answer, "Cache-Control");
        // Scripts say nothing of anybody, the one that works without a network too.
        var script = header(answer, "Content-Type").contains("javascript");
        if (!script && !address.startsWith("/assets/") && !cached.contains("no-store") && !cached.contains("private")) {
            wrong.add(address + ": Cache-Control " + cached);
        }
    }
}
