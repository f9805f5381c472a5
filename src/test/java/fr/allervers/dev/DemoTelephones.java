package fr.allervers.dev;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the demo's tenants have received: one reads it as they would, and opens their links. */
public class DemoTelephones {

    /** Open to everybody: a tenant has no account. */
    @Bean
    @Order(1)
    SecurityFilterChain telephones(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demonstration/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Controller
    static class Page {

        private static final Pattern LINK = Pattern.compile("https?://[^\\s]+[^\\s.,;)]");
        private static final int SHOWN = 60;

        private final JdbcClient jdbc;

        Page(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        record Row(String channel, String recipient, String subject, String body, String state, Instant createdAt) {}

        record Piece(String text, boolean link) {}

        record Message(Row row, List<Piece> pieces) {}

        @GetMapping("/demonstration/messages")
        String page(Model model) {
            model.addAttribute(
                    "received",
                    jdbc.sql("""
                                    select channel, recipient, coalesce(subject, '') as subject, body, state, created_at
                                      from outbox_message order by id desc limit ?
                                    """).param(SHOWN).query(Row.class).stream()
                            .map(row -> new Message(row, pieces(row.body())))
                            .toList());
            return "dev/telephones";
        }

        private static List<Piece> pieces(String body) {
            var pieces = new ArrayList<Piece>();
            var at = 0;
            for (var links = LINK.matcher(body); links.find(); at = links.end()) {
                pieces.add(new Piece(body.substring(at, links.start()), false));
                pieces.add(new Piece(links.group(), true));
            }
            pieces.add(new Piece(body.substring(at), false));
            return pieces;
        }
    }
}
