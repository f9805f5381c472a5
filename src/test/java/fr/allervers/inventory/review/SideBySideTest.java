package fr.allervers.inventory.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.allervers.documents.DocumentStore;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.photo.TestPhotos;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Entry and exit beside each other, with as many photos as there may be. */
@ApplicationTest
class SideBySideTest {

    private static final int PHOTOS = 200;
    private static final Pattern LAZY = Pattern.compile("<img[^>]* loading=\"lazy\"");
    private static final Pattern IMAGES = Pattern.compile("<img[^>]*/vignette");

    @Autowired
    House house;

    @Autowired
    DocumentStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void afterwards() {
        people.signOut();
    }

    /** Kept photos, spread over the items. */
    private void photos(long inventory, int many, long file) {
        var sha = TestPhotos.sha256(new byte[] {1});
        jdbc.sql("""
                        insert into inventory_photo (inventory_id, item_id, photo_key, state, size_bytes, sha256, received, announced_at, part_at, kept_at, original_id, screen_id, small_id)
                        select i.inventory_id, i.id, uuid(), 'KEPT', 10, ?, 10, now(3), now(3), now(3), ?, ?, ?
                          from (select id, inventory_id, row_number() over (order by id) - 1 as place, count(*) over () as items from inventory_item where inventory_id = ?) i
                          join seq_0_to_199 s on s.seq < ? and s.seq % i.items = i.place
                        """).params(sha, file, file, file, inventory, many).update();
    }

    private String page(Tenancy of, long id) throws Exception {
        people.signOut();
        return mvc.perform(get("/etats-des-lieux/" + id).with(People.as(of.manager)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static long found(Pattern pattern, String page) {
        return pattern.matcher(page).results().count();
    }

    @Test
    void thePageOfTwoHundredPhotosTakesAsManyQueriesAsOneOfTwoAndLoadsNoneOutOfSight() throws Exception {
        var of = house.since(LocalDate.of(2026, 11, 27));
        var entry = of.open(InventoryKind.ENTRY, 3);
        var exit = of.open(InventoryKind.EXIT, 3);
        var file = store.store("vignette.jpg", "image/jpeg", new ByteArrayInputStream(TestPhotos.jpeg(32, 24)), "test")
                .id();
        photos(entry, 1, file);
        photos(exit, 1, file);
        page(of, exit);
        var few = Statements.during(() -> page(of, exit));
        photos(entry, PHOTOS / 2 - 1, file);
        photos(exit, PHOTOS / 2 - 1, file);
        var many = Statements.during(() -> page(of, exit));
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(30);
        var page = page(of, exit);
        assertThat(found(IMAGES, page)).isEqualTo(PHOTOS);
        assertThat(found(LAZY, page)).isEqualTo(PHOTOS);
    }
}
