package fr.allervers.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of a link: a birth date opens it for some time to a browser, which keeps a proof in a cookie that goes
 * to this link only. Several browsers may have theirs. Five wrong answers end the link: a new one has to be asked for.
 */
@Component
@Transactional
class LinkProofs {

    static final String COOKIE = "preuve";
    static final int TRIES = 5;
    private static final int BROWSERS = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkProofs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this browser has said what it was asked, not too long ago. */
    @Transactional(readOnly = true)
    public boolean proven(PublicLink link, HttpServletRequest request) {
        return cookie(request)
                .map(proof -> jdbc.sql(
                                        "select count(*) from link_proof where token_hash = ? and proof_hash = ? and proven_until > ?")
                                .params(Tokens.hash(link.token()), Tokens.hash(proof), clock.instant())
                                .query(Integer.class)
                                .single()
                        > 0)
                .orElse(false);
    }

    /** Judges an answer, and writes the cookie when it is right. */
    public boolean answer(
            PublicLink link,
            LinkPurpose purpose,
            @Nullable String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Counted first, in one statement: two answers at the same moment are two tries.
        var allowed = jdbc.sql("update public_link set tries = tries + 1 where token_hash = ? and tries < ?")
                .params(Tokens.hash(link.token()), TRIES)
                .update();
        var right = allowed == 1
                && day(answer)
                        .filter(day -> purpose.isBirthDate(link.subjectId(), day))
                        .isPresent();
        if (right) {
            var proof = Tokens.fresh();
            jdbc.sql("update public_link set tries = 0 where token_hash = ?")
                    .param(Tokens.hash(link.token()))
                    .update();
            keep(link, proof, purpose.proofLasts());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(link, proof, purpose.proofLasts(), request.isSecure()));
        } else {
            purpose.wrongBirthDate(link.subjectId());
            jdbc.sql("update public_link set revoked_at = ? where token_hash = ? and tries >= ? and revoked_at is null")
                    .params(clock.instant(), Tokens.hash(link.token()), TRIES)
                    .update();
        }
        return right;
    }

    /** The oldest proofs go when there are many. */
    private void keep(PublicLink link, String proof, Duration lasts) {
        jdbc.sql("delete from link_proof where token_hash = ? and proven_until <= ?")
                .params(Tokens.hash(link.token()), clock.instant())
                .update();
        var held = jdbc.sql("select proof_hash from link_proof where token_hash = ? order by proven_until desc")
                .param(Tokens.hash(link.token()))
                .query(byte[].class)
                .list();
        held.stream().skip(BROWSERS - 1L).forEach(old -> jdbc.sql("delete from link_proof where proof_hash = ?")
                .param(old)
                .update());
        jdbc.sql("insert into link_proof (proof_hash, token_hash, proven_until) values (?, ?, ?)")
                .params(
                        Tokens.hash(proof),
                        Tokens.hash(link.token()),
                        clock.instant().plus(lasts))
                .update();
    }

    private static String cookie(PublicLink link, String proof, Duration lasts, boolean secure) {
        return ResponseCookie.from(COOKIE, proof)
                .path("/l/" + link.token())
                .maxAge(lasts)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build()
                .toString();
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> cookie.getValue())
                        .findFirst();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
