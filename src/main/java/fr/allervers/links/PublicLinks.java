package fr.allervers.links;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links without an account. Only the SHA-256 of a token is stored: a copy of the database opens nothing. */
@Component
@Transactional
public class PublicLinks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String publicAddress;

    PublicLinks(
            JdbcClient jdbc,
            Clock clock,
            @Value("${allervers.public-address:http://localhost:8080}") String publicAddress) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
    }

    /**
     * Makes a link and gives its token, which is told only here. Links given before for the same subject stay good.
     *
     * @param purpose key of a {@link LinkPurpose}
     * @param expires the first moment at which it no longer opens
     */
    public String issue(String purpose, long subjectId, Instant expires) {
        var token = Tokens.fresh();
        jdbc.sql(
                        "insert into public_link (purpose, subject_id, token_hash, issued_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(purpose, subjectId, Tokens.hash(token), clock.instant(), expires)
                .update();
        return token;
    }

    /** The address to write in a message: « https://…/l/{token} ». */
    public String address(String token) {
        return publicAddress + "/l/" + token;
    }

    /** The link of this token, and counts that it was opened; none when it is unknown, expired or revoked. */
    public Optional<PublicLink> open(String token) {
        if (!Tokens.isToken(token)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = jdbc.sql(
                        "select purpose, subject_id, expires_at from public_link where token_hash = ? and revoked_at is null and expires_at > ?")
                .params(Tokens.hash(token), now)
                .query((row, number) -> new PublicLink(
                        row.getString("purpose"),
                        row.getLong("subject_id"),
                        row.getTimestamp("expires_at").toInstant(),
                        token))
                .optional();
        found.ifPresent(
                link -> jdbc.sql("update public_link set opened = opened + 1, last_opened_at = ? where token_hash = ?")
                        .params(now, Tokens.hash(token))
                        .update());
        return found;
    }

    /** Ends every link given for this subject; what is ended stays so. */
    public void revoke(String purpose, long subjectId) {
        jdbc.sql("update public_link set revoked_at = ? where purpose = ? and subject_id = ? and revoked_at is null")
                .params(clock.instant(), purpose, subjectId)
                .update();
    }
}
