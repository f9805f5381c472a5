package fr.allervers.inventory.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.messaging.Channel;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MailServer;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tenants are written: by SMS and by e-mail, in the language of their page, with one link that both carry. */
@ApplicationTest
class InventoryMessagesTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/l/\\S+");

    @Autowired
    House house;

    @Autowired
    DefaultListableBeanFactory beans;

    @Autowired
    Tenants tenants;

    @Autowired
    Inventories inventories;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    Jobs jobs;

    private MailServer mail;
    private Tenancy of;

    /** A house with a mail server; nothing leaves in tests. */
    @BeforeEach
    void aTenantWithBoth() {
        mail = new MailServer(beans);
        of = house.since(LocalDate.of(2026, 11, 27));
        email(of);
    }

    private void email(Tenancy tenancy) {
        jdbc.sql("update occupant set email = concat('lucette', id, '@example.org') where id = ?")
                .param(tenancy.tenant.occupantId())
                .update();
    }

    @AfterEach
    void afterwards() {
        mail.close();
        clock.reset();
        people.signOut();
    }

    private record Message(Channel channel, String body) {}

    private List<Message> messages(long id, String what) {
        return jdbc.sql("select channel, body from outbox_message where dedupe_key like ? order by id")
                .param("declarative-inventory/" + id + "/" + what)
                .query(Message.class)
                .list();
    }

    private static String link(Message message) {
        var found = LINK.matcher(message.body);
        assertThat(found.find()).as(message.body).isTrue();
        return found.group();
    }

    @Test
    void whoHasBothIsWrittenBothWaysOnceWithOneLink() {
        var id = of.open(InventoryKind.ENTRY, 30);
        var first = messages(id, "link%");
        assertThat(first).extracting(Message::channel).containsExactly(Channel.SMS, Channel.EMAIL);
        assertThat(link(first.get(0))).isEqualTo(link(first.get(1)));
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        assertThat(messages(id, "reminder/%")).extracting(Message::channel).containsExactly(Channel.SMS, Channel.EMAIL);
    }

    @Test
    void whoHasOnlyOneIsWrittenThatWay() {
        jdbc.sql("delete from phone where occupant_id = ?")
                .param(of.tenant.occupantId())
                .update();
        assertThat(messages(of.open(InventoryKind.ENTRY, 30), "link%"))
                .extracting(Message::channel)
                .containsExactly(Channel.EMAIL);
        var other = house.since(LocalDate.of(2026, 11, 27));
        assertThat(messages(other.open(InventoryKind.ENTRY, 30), "link%"))
                .extracting(Message::channel)
                .containsExactly(Channel.SMS);
    }

    @Test
    void anEmergencyIsToldToTheTelephoneAlone() {
        var id = inventories.open(InventoryKind.ENTRY, of.tenant.householdId(), LocalDate.now(clock), true);
        assertThat(messages(id, "link%")).extracting(Message::channel).containsExactly(Channel.SMS);
    }

    @Test
    void everyMessageIsWrittenInTheLanguageOfThePage() {
        var words = Map.of("fr", "des lieux", "en", "inventory", "pt", "vistoria", "ar", "محضر");
        words.forEach((language, word) -> {
            var other = house.since(LocalDate.of(2026, 11, 27));
            email(other);
            jdbc.sql("update household set language = ? where id = ?")
                    .params(language, other.tenant.householdId())
                    .update();
            var id = other.open(InventoryKind.ENTRY, 30);
            assertThat(messages(id, "link%")).hasSize(2).allSatisfy(message -> {
                assertThat(message.body).contains(word).doesNotContain("{");
                assertThat(link(message)).isNotEmpty();
            });
        });
    }

    @Test
    void theLanguageChosenOnThePageCountsMoreThanTheRegisters() {
        var id = of.open(InventoryKind.ENTRY, 30);
        jdbc.sql("update inventory set language = 'pt' where id = ?").param(id).update();
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        assertThat(messages(id, "reminder/%")).hasSize(2).allMatch(message -> message.body.contains("vistoria"));
    }

    @Test
    void everyTemplateIsWrittenInAllFourLanguages() {
        assertThat(jdbc.sql("""
                        select t.code from message_template t join message_template_text x on x.template_id = t.id and x.language in ('fr', 'en', 'pt', 'ar')
                         where t.code like 'inventory-%' and x.sms <> '' and x.subject <> '' and x.email <> '' and x.letter <> ''
                         group by t.code having count(*) <> 4
                        """).query(String.class).list()).isEmpty();
    }
}
