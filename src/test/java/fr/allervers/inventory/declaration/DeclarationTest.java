package fr.allervers.inventory.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.photo.TestPhotos;
import fr.allervers.links.PublicLinks;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The tenant's side: what a telephone sends, once, ten times, from two hands, in parts, or wrongly. */
@ApplicationTest
class DeclarationTest {

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InventoryRows rows;

    @Autowired
    PublicLinks links;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    private Tenancy of;
    private long id;
    private List<Item> items = List.of();

    @BeforeEach
    void anEntryOpened() {
        of = house.since(LocalDate.of(2026, 11, 27));
        id = of.open(InventoryKind.ENTRY, 3);
        items = of.items(id);
        people.signOut();
    }

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    private Phone phone() throws Exception {
        return new Phone(mvc, of.link(id)).prove();
    }

    private Item first(ItemKind kind) {
        return items.stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }

    private InventoryStatus status() {
        return rows.require(id).status();
    }

    @Test
    void nothingOfTheTenantIsToldBeforeTheBirthDate() throws Exception {
        var unknown = new Phone(mvc, of.link(id));
        assertThat(unknown.page("").getContentAsString())
                .contains("naissance")
                .doesNotContain("Garnier")
                .doesNotContain("rue des Lilas");
        assertThat(unknown.send("/reponses", Map.of()).getStatus()).isIn(401, 403);
        assertThat(phone().snapshot().path("address").asText()).contains("12 rue des Lilas");
    }

    @Test
    void anAnswerIsKeptOnceHoweverOftenItComes() throws Exception {
        var phone = phone();
        var item = first(ItemKind.ELEMENT);
        var key = Phone.key();
        for (var time = 0; time < 10; time++) {
            assertThat(phone.answer(key, item.id(), Map.of("state", "WORN", "remark", "Traces"))
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(count("select count(*) from inventory_answer where inventory_id = ?"))
                .isEqualTo(1);
        assertThat(rows.item(id, item.id()).orElseThrow().state()).isEqualTo(ItemState.WORN);
        assertThat(phone.answer(key, item.id(), Map.of("state", "NEW")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void whatCannotBeAnAnswerIsRefusedAndNothingElseIsDisturbed() throws Exception {
        var phone = phone();
        var other = of.items(id).get(0).id() + 1_000_000;
        assertThat(phone.answer(Phone.key(), other, Map.of("state", "GOOD")).getStatus())
                .isEqualTo(404);
        assertThat(phone.answer(Phone.key(), first(ItemKind.KEYS).id(), Map.of("quantity", 100))
                        .getStatus())
                .isEqualTo(422);
        assertThat(phone.answer(Phone.key(), first(ItemKind.KEYS).id(), Map.of("state", "GOOD"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(phone.answer("not-a-key", first(ItemKind.KEYS).id(), Map.of("quantity", 1))
                        .getStatus())
                .isEqualTo(400);
        assertThat(phone.answer(Phone.key(), first(ItemKind.ELEMENT).id(), Map.of("state", "SPLENDID"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(count("select count(*) from inventory_answer where inventory_id = ?"))
                .isZero();
    }

    @Test
    void aPhotoResumesAtWhateverByteItWasCut() throws Exception {
        var phone = phone();
        var photo = TestPhotos.detailed(320, 240, 3);
        var key = Phone.key();
        var item = first(ItemKind.ELEMENT).id();
        var at = phone.announce(key, item, photo).path("offset").asInt();
        for (var cut : new int[] {1, 2, 11, 4096, photo.length - 1, photo.length}) {
            var answer = phone.part(key, at, Arrays.copyOfRange(photo, at, cut));
            at = answer.path("offset").asInt();
            assertThat(at).isEqualTo(cut);
            // The telephone restarts and tells of the same photo again.
            assertThat(phone.announce(key, item, photo).path("offset").asInt()).isEqualTo(cut);
        }
        assertThat(Phone.json(phone.page("/photos/" + key)).path("state").asText())
                .isEqualTo("KEPT");
        assertThat(phone.page("/photos/" + key + "/vignette").getContentType()).isEqualTo("image/jpeg");
        assertThat(jdbc.sql(
                                "select f.sha256 from inventory_photo p join stored_file f on f.id = p.original_id where p.photo_key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .isEqualTo(TestPhotos.sha256(photo));
        assertThat(
                        count(
                                "select count(*) from inventory_photo_part t join inventory_photo p on p.id = t.photo_id where p.inventory_id = ?"))
                .isZero();
    }

    @Test
    void aPartThatDoesNotBeginWhereTheServerStandsChangesNothing() throws Exception {
        var phone = phone();
        var photo = TestPhotos.jpeg(300, 200);
        var key = Phone.key();
        phone.announce(key, first(ItemKind.ELEMENT).id(), photo);
        assertThat(phone.part(key, 5, Arrays.copyOfRange(photo, 5, 50))
                        .path("offset")
                        .asInt())
                .isZero();
        phone.part(key, 0, Arrays.copyOf(photo, 40));
        assertThat(phone.part(key, 0, Arrays.copyOf(photo, 40)).path("offset").asInt())
                .isEqualTo(40);
        assertThat(phone.part(key, 40, Arrays.copyOfRange(photo, 40, photo.length))
                        .path("state")
                        .asText())
                .isEqualTo("KEPT");
    }

    @Test
    void aPhotoThatIsNotWhatWasAnnouncedBeginsAgain() throws Exception {
        var phone = phone();
        var photo = TestPhotos.jpeg(300, 200);
        var key = Phone.key();
        phone.announce(key, first(ItemKind.ELEMENT).id(), photo);
        var spoiled = photo.clone();
        spoiled[200] ^= 1;
        var answer = phone.part(key, 0, spoiled);
        assertThat(answer.path("state").asText()).isEqualTo("RECEIVING");
        assertThat(answer.path("offset").asInt()).isZero();
        assertThat(phone.part(key, 0, photo).path("state").asText()).isEqualTo("KEPT");
    }

    @Test
    void whatIsNoPhotoIsRefusedWithItsReason() throws Exception {
        var phone = phone();
        var item = first(ItemKind.ELEMENT).id();
        assertThat(phone.photo(item, TestPhotos.heic()).path("refusal").asText())
                .isEqualTo("HEIC");
        assertThat(phone.photo(
                                item,
                                "PK\3\4 an archive named photo.jpg"
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .path("refusal")
                        .asText())
                .isEqualTo("NOT_A_PHOTO");
        assertThat(phone.photo(item, TestPhotos.claimedPng(50_000, 50_000))
                        .path("refusal")
                        .asText())
                .isEqualTo("TOO_MANY_PIXELS");
        var huge = phone.send(
                "/photos", Map.of("key", Phone.key(), "itemId", item, "size", 200_000_000, "sha256", "0".repeat(64)));
        assertThat(Phone.json(huge).path("refusal").asText()).isEqualTo("TOO_LARGE");
        assertThat(count("select count(*) from inventory_photo where inventory_id = ? and state = 'KEPT'"))
                .isZero();
    }

    @Test
    void nothingIsSentBeforeTheServerHoldsEveryPhoto() throws Exception {
        var phone = phone();
        phone.answerAll(items);
        phone.photographAll(items);
        var late = TestPhotos.jpeg(333, 222);
        var key = Phone.key();
        phone.announce(key, items.get(0).id(), late);
        phone.part(key, 0, Arrays.copyOf(late, late.length - 1));
        var sending = Phone.key();
        var refused = phone.sendWhole(sending);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Phone.json(refused).path("missingPhotos").get(0).asText()).isEqualTo(key);
        assertThat(status()).isEqualTo(InventoryStatus.OPEN);
        phone.part(key, late.length - 1, Arrays.copyOfRange(late, late.length - 1, late.length));
        assertThat(phone.sendWhole(sending).getStatus()).isEqualTo(200);
        assertThat(status()).isEqualTo(InventoryStatus.SUBMITTED);
    }

    @Test
    void whatLacksIsToldItemByItem() throws Exception {
        var answer = phone().sendWhole(Phone.key());
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Phone.json(answer).path("lacks").size()).isGreaterThanOrEqualTo(items.size());
    }

    @Test
    void theSameInventorySentTenTimesAtOnceIsSentOnce() throws Exception {
        var phone = phone();
        phone.answerAll(items);
        phone.photographAll(items);
        var key = Phone.key();
        var answers = AtOnce.times(10, () -> phone.sendWhole(key).getStatus());
        assertThat(answers).containsOnly(200);
        assertThat(
                        count(
                                "select count(*) from timeline_entry where case_kind = 'declarative-inventory' and case_id = ? and what like 'Envoyé%'"))
                .isEqualTo(1);
        java.util.Optional<String> review =
                transaction.execute(status -> tasks.open(InventoryDiary.ref(id), "review-inventory"));
        assertThat(review).isPresent();
        assertThat(phone.answer(Phone.key(), items.get(0).id(), Map.of("state", "NEW"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void twoTelephonesOnOneLinkMakeOneInventory() throws Exception {
        var token = of.link(id);
        var one = new Phone(mvc, token).prove();
        var two = new Phone(mvc, token).prove();
        var half = items.size() / 2;
        one.answerAll(items.subList(0, half));
        two.answerAll(items.subList(half, items.size()));
        one.photographAll(items.subList(0, half));
        two.photographAll(items.subList(half, items.size()));
        assertThat(one.sendWhole(Phone.key()).getStatus()).isEqualTo(200);
        assertThat(two.sendWhole(Phone.key()).getStatus()).isEqualTo(200);
        var wanted = items.stream().filter(Item::photoRequired).count();
        assertThat(count("select count(*) from inventory_photo where inventory_id = ? and state = 'KEPT'"))
                .isEqualTo(wanted);
    }

    @Test
    void fiftyPhotosAtOnceAreEachKeptOnceInTheirPlace() throws Exception {
        var phone = phone();
        var works = new ArrayList<Callable<String>>();
        for (var number = 0; number < 50; number++) {
            var item = items.get(number % 20).id();
            var photo = TestPhotos.jpeg(200 + number, 150);
            works.add(() -> phone.photo(item, photo).path("state").asText());
        }
        assertThat(AtOnce.all(works)).hasSize(50).containsOnly("KEPT");
        assertThat(
                        count(
                                "select count(distinct sha256, item_id) from inventory_photo where inventory_id = ? and state = 'KEPT'"))
                .isEqualTo(50);
    }

    @Test
    void aForeignOrEndedLinkOpensNothing() throws Exception {
        var token = of.link(id);
        var mine = new Phone(mvc, token).prove();
        assertThat(mine.page("/donnees").getStatus()).isEqualTo(200);
        assertThat(new Phone(mvc, token.substring(1) + "A").page("/donnees").getStatus())
                .isEqualTo(404);
        links.revoke(InventoryLink.PURPOSE, id);
        assertThat(mine.page("/donnees").getStatus()).isEqualTo(404);
        var expired = of.link(id);
        clock.advance(Duration.ofDays(30));
        assertThat(new Phone(mvc, expired).page("").getStatus()).isEqualTo(404);
    }

    @Test
    void anotherInventorysPhotosAreNotReached() throws Exception {
        var phone = phone();
        var kept = phone.photo(items.get(0).id(), TestPhotos.jpeg(90, 60))
                .path("key")
                .asText();
        var neighbour = house.since(LocalDate.of(2026, 11, 27));
        var theirs = neighbour.open(InventoryKind.ENTRY, 3);
        people.signOut();
        var stranger = new Phone(mvc, neighbour.link(theirs)).prove();
        assertThat(stranger.page("/photos/" + kept).getStatus()).isEqualTo(404);
        assertThat(stranger.page("/photos/" + kept + "/vignette").getStatus()).isEqualTo(404);
        assertThat(stranger.answer(Phone.key(), items.get(0).id(), Map.of("state", "GOOD"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void tenThousandGuessesOfTheBirthDateEndTheLinkAtTheFifth() throws Exception {
        var token = of.link(id);
        var phone = new Phone(mvc, token);
        phone.page("");
        var answers = new ArrayList<Integer>();
        for (var guess = 0; guess < 10_000; guess++) {
            answers.add(phone.guess(LocalDate.of(1930, 1, 1).plusDays(guess).toString())
                    .getStatus());
        }
        assertThat(answers.subList(0, 5)).containsOnly(422);
        assertThat(answers.subList(5, answers.size())).doesNotContain(303, 200, 422);
        assertThat(new Phone(mvc, token).page("").getStatus()).isEqualTo(404);
        // The household's other link, and everybody else, go on.
        assertThat(phone().page("/donnees").getStatus()).isEqualTo(200);
    }
}
