package fr.allervers.dev;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.mailing.AudienceKind;
import fr.allervers.messaging.mailing.Ladder;
import fr.allervers.messaging.mailing.MailingOrder;
import fr.allervers.messaging.mailing.Mailings;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.staff.StaffDirectory;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A building of the demo that was warned of a cut of water, with its report. */
@Order(5)
public class DemoMailing implements ApplicationRunner {

    private final Mailings mailings;
    private final MessageTemplates templates;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;

    DemoMailing(Mailings mailings, MessageTemplates templates, StaffDirectory staff, JdbcClient jdbc) {
        this.mailings = mailings;
        this.templates = templates;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from mailing").query(Integer.class).single() > 0) {
            return;
        }
        DemoCampaign.signIn(staff, "claire");
        try {
            var template = templates.ofProcess("water-cut");
            var building = jdbc.sql("select min(id) from building where agency_id = 1")
                    .query(Long.class)
                    .single();
            var order = new MailingOrder(
                    UUID.randomUUID().toString(),
                    template.name(),
                    AudienceKind.BUILDING,
                    building.toString(),
                    "",
                    new Ladder(EnumSet.allOf(Channel.class), false, template.importance()),
                    template.texts(),
                    Map.of("jour", "mardi 24", "debut", "9 h", "fin", "12 h"),
                    null,
                    null,
                    null);
            mailings.send(mailings.draft(order), order);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
