package fr.allervers.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What photos leave behind: parts nobody goes on with, whole photos nobody finished, a scanner that did not answer. */
@ApplicationTest
class PhotoSweepTest {

    @Autowired
    House house;

    @Autowired
    PhotoSweep sweep;

    @Autowired
    Photos photos;

    @Autowired
    DefaultListableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Tenancy of;
    private long id;

    @BeforeEach
    void anInventory() {
        of = house.since(LocalDate.of(2026, 11, 27));
        id = of.open(InventoryKind.ENTRY, 30);
        people.signOut();
    }

    @AfterEach
    void afterwards() {
        if (beans.containsSingleton("scannerOfThisTest")) {
            beans.destroySingleton("scannerOfThisTest");
        }
        clock.reset();
    }

    private void scanner(PhotoScanner scanner) {
        if (beans.containsSingleton("scannerOfThisTest")) {
            beans.destroySingleton("scannerOfThisTest");
        }
        beans.registerSingleton("scannerOfThisTest", scanner);
    }

    private Phone phone() throws Exception {
        return new Phone(mvc, of.link(id)).prove();
    }

    private long parts(String key) {
        return jdbc.sql(
                        "select count(*) from inventory_photo_part t join inventory_photo p on p.id = t.photo_id where p.photo_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private String begun(Phone phone, byte[] photo) throws Exception {
        var key = Phone.key();
        phone.announce(key, of.items(id).get(0).id(), photo);
        phone.part(key, 0, Arrays.copyOf(photo, photo.length / 2));
        return key;
    }

    @Test
    void partsThatNobodyGoesOnWithAreGivenBackAfterFourteenDaysAndThePhotoIsSentAgain() throws Exception {
        var photo = TestPhotos.jpeg(300, 200);
        var key = begun(phone(), photo);
        clock.advance(Duration.ofDays(14));
        sweep.dropAbandoned();
        assertThat(parts(key)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(sweep.dropAbandoned()).isPositive();
        assertThat(parts(key)).isZero();
        // The telephone comes back: it is told to begin again, and nothing is lost.
        var phone = phone();
        assertThat(phone.announce(key, of.items(id).get(0).id(), photo)
                        .path("offset")
                        .asInt())
                .isZero();
        assertThat(phone.part(key, 0, photo).path("state").asText()).isEqualTo("KEPT");
        clock.advance(Duration.ofDays(30));
        sweep.dropAbandoned();
        assertThat(state(key)).isEqualTo("KEPT");
    }

    @Test
    void aPhotoThatGoesOnSlowlyKeepsItsParts() throws Exception {
        var photo = TestPhotos.jpeg(300, 200);
        var key = begun(phone(), photo);
        clock.advance(Duration.ofDays(10));
        var more = photo.length / 2;
        phone().part(key, more, Arrays.copyOfRange(photo, more, more + 10));
        clock.advance(Duration.ofDays(10));
        sweep.dropAbandoned();
        assertThat(parts(key)).isEqualTo(2);
    }

    @Test
    void manySweepsAtOnceGiveEachBackOnceInSmallTransactions() throws Exception {
        var phone = phone();
        for (var item : of.items(id).subList(0, 25)) {
            var photo = TestPhotos.jpeg(60, 40);
            var key = Phone.key();
            phone.announce(key, item.id(), photo);
            phone.part(key, 0, Arrays.copyOf(photo, 100));
        }
        clock.advance(Duration.ofDays(15));
        var sweeps = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(sweep::dropAbandoned))
                .toList();
        var dropped = sweeps.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(dropped).isGreaterThanOrEqualTo(25);
        assertThat(jdbc.sql("select count(*) from inventory_photo where inventory_id = ? and received > 0")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPhotoThatCameWholeJustBeforeTheServerDiedIsFinished() throws Exception {
        var photo = TestPhotos.jpeg(300, 200);
        var key = begun(phone(), photo);
        // The last part was kept and nothing after it: the server died there.
        var half = photo.length / 2;
        jdbc.sql("insert into inventory_photo_part select id, ?, ? from inventory_photo where photo_key = ?")
                .params(half, Arrays.copyOfRange(photo, half, photo.length), key)
                .update();
        jdbc.sql("update inventory_photo set received = size_bytes where photo_key = ?")
                .param(key)
                .update();
        sweep.finishWhole();
        assertThat(state(key)).isEqualTo("RECEIVING");
        clock.advance(Duration.ofMinutes(11));
        assertThat(sweep.finishWhole()).isPositive();
        assertThat(state(key)).isEqualTo("KEPT");
    }

    private String state(String key) {
        return jdbc.sql("select state from inventory_photo where photo_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private String scan() {
        return jdbc.sql("select scan from inventory_photo where inventory_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void aScannerThatDidNotAnswerIsAskedAgainUntilItDoes() throws Exception {
        scanner(photo -> {
            throw new IOException("refused");
        });
        assertThat(phone().photo(of.items(id).get(0).id(), TestPhotos.jpeg(90, 60))
                        .path("state")
                        .asText())
                .isEqualTo("KEPT");
        assertThat(scan()).isEqualTo("UNSCANNED");
        sweep.scanAgain();
        assertThat(scan()).isEqualTo("UNSCANNED");
        scanner(photo -> true);
        clock.advance(Duration.ofMinutes(59));
        sweep.scanAgain();
        assertThat(scan()).isEqualTo("UNSCANNED");
        clock.advance(Duration.ofMinutes(2));
        drain();
        assertThat(scan()).isEqualTo("CLEAN");
    }

    @Test
    void aPhotoFoundInfectedIsRefusedAndOneFoundSoLaterIsHandedToNobody() throws Exception {
        scanner(photo -> false);
        var refused = phone().photo(of.items(id).get(0).id(), TestPhotos.jpeg(90, 60));
        assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.path("refusal").asText()).isEqualTo("INFECTED");
        jdbc.sql("delete from inventory_photo where inventory_id = ?").param(id).update();
        beans.destroySingleton("scannerOfThisTest");
        phone().photo(of.items(id).get(0).id(), TestPhotos.jpeg(91, 61));
        scanner(photo -> false);
        drain();
        assertThat(scan()).isEqualTo("INFECTED");
        var photo =
                photos.byItem(java.util.List.of(id)).values().iterator().next().get(0);
        assertThat(photos.file(id, photo.id(), Photos.Copy.SCREEN)).isNotNull();
        assertThatThrownBy(() -> photos.file(id, photo.id(), Photos.Copy.ORIGINAL))
                .isInstanceOf(UserError.class);
    }

    /** Other tests of this database leave unscanned photos too. */
    private void drain() {
        var answered = sweep.scanAgain();
        while (answered > 0) {
            answered = sweep.scanAgain();
        }
    }
}
