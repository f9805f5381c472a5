package fr.allervers.dev;

import fr.allervers.Application;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/**
 * The application on a developer's machine: a real MariaDB and demo people, from one command. The data live in
 * target/dev and are kept from one start to the next; {@code mvn clean} forgets them.
 */
public final class DevApplication {

    private DevApplication() {}

    public static void main(String[] args) {
        var url = System.getProperty("allervers.dev.database");
        if (url == null) {
            url = LocalMariaDb.in(Path.of("target", "dev", "mariadb")).schema("allervers");
        }
        System.setProperty("spring.datasource.url", url);
        System.setProperty("spring.datasource.username", "root");
        System.setProperty("spring.datasource.password", "");
        if (System.getProperty("allervers.documents.folder") == null) {
            System.setProperty("allervers.documents.folder", "target/dev/documents");
        }
        System.setProperty("allervers.sms.gateway", System.getProperty("allervers.sms.gateway", "local"));
        // A key that everybody knows: the demo has invented people only.
        System.setProperty("allervers.data-keys", "demo:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        System.setProperty("spring.mail.host", "localhost");
        System.setProperty("spring.mail.port", Integer.toString(LocalMailServer.start()));
        System.setProperty("allervers.mail.from", "bonjour@example.org");
        // The demo's telephones show what was sent, with links that open.
        System.setProperty("allervers.messaging.links-every", "P365D");
        SpringApplication.from(Application::main).with(Development.class).run(args);
    }

    /** What the demo adds to the application. */
    @Import({
        DemoSignIn.class,
        DemoTelephones.class,
        DemoPeople.class,
        DemoRegister.class,
        DemoLedger.class,
        DemoPartners.class,
        DemoFigures.class,
        DemoCalls.class,
        DemoCampaign.class,
        DemoMailing.class,
        DemoArrears.class,
        DemoAppointments.class,
        DemoAllocation.class,
        DemoCommittee.class,
        DemoDecisions.class,
        DemoInventory.class,
        DemoPrivacy.class
    })
    public static class Development {}
}
