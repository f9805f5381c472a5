package fr.allervers.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The candidates to whom the application has written, and the links in their messages. */
final class Candidates {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String OFFERED = """
            select c.id, c.outcome_id, a.birth_date, m.body as message from candidate_outcome c join housing_application a on a.id = c.application_id
              join outbox_message m on m.case_kind = 'allocation-offer' and m.case_id = c.outcome_id and m.channel = 'SMS' and m.dedupe_key like concat('%/', c.id, '/allocation-offer/%')
             where c.state = 'OFFERED'
            """;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody to whom a dwelling is offered, and their SMS. */
    record Offered(long id, long outcomeId, LocalDate birthDate, String message) {

        /** Path of the page that the SMS leads to. */
        String link() {
            return message.replaceAll("(?s).*(/l/[\\w-]+).*", "$1");
        }
    }

    /** The first of all, as soon as the engine has made the offer. */
    Offered first() {
        return soon(() -> jdbc.sql(OFFERED + " order by c.id limit 1")
                .query(Offered.class)
                .optional());
    }

    /** Who is of this rank in what the session decided first. */
    Offered ofRank(int rank, String session) {
        return soon(() -> jdbc.sql(OFFERED + """
                         and c.position_no = ? and c.outcome_id = (select min(o.id) from allocation_outcome o join session_item i on i.id = o.item_id
                           join allocation_session s on s.id = i.session_id where s.name = ?)
                        """)
                .params(rank, session)
                .query(Offered.class)
                .optional());
    }

    private static Offered soon(java.util.concurrent.Callable<Optional<Offered>> found) {
        return await().atMost(PATIENCE).until(found, Optional::isPresent).orElseThrow();
    }
}
