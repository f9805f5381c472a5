package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.photo.TestPhotos;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of a photo's upload: not one byte that was answered for is lost, and the photo is kept once. */
class PhotoCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final int PART = 32 * 1024;

    private final Random random = new Random(4);
    private final byte[] photo = TestPhotos.detailed(1_600, 1_200, 4);
    private final String key = UUID.randomUUID().toString();
    private @Nullable NodeTenant tenant;

    @Test
    void aPhotoIsKeptOnceWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_photo");
        var held = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            try (var node = ground.start()) {
                if (kill == 0) {
                    tenant = tenant(ground, node);
                }
                held = killedInMidUpload(node, held);
            }
        }
        try (var node = ground.start()) {
            finished(node, held);
        }
        assertThat(ground.count("select count(*) from inventory_photo where state = 'KEPT'"))
                .isEqualTo(1);
        assertThat(ground.count("select count(*) from inventory_photo_part")).isZero();
        assertThat(ground.count(
                        "select count(*) from inventory_photo p join stored_file f on f.id = p.original_id where f.sha256 = '"
                                + TestPhotos.sha256(photo) + "'"))
                .isEqualTo(1);
    }

    private NodeTenant tenant() {
        return Objects.requireNonNull(tenant);
    }

    private static NodeTenant tenant(Ground ground, Node node) throws Exception {
        ground.register();
        ground.leases();
        ground.person("claire", "SUPERVISOR");
        return NodeTenant.movingIn(ground, node.signIn("claire"), 1);
    }

    /** Some parts, then the rest begun and the server killed; says how many bytes it had answered for. */
    private int killedInMidUpload(Node node, int heldBefore) throws Exception {
        var phone = tenant().phone(node);
        var held = phone.announce(key, tenant().item(), photo).path("offset").asInt();
        assertThat(held).isGreaterThanOrEqualTo(heldBefore);
        for (var parts = 1 + random.nextInt(4); parts > 0 && held + PART < photo.length; parts--) {
            held = phone.part(key, held, held + PART, photo).path("offset").asInt();
        }
        phone.begin(key, held, photo);
        node.kill();
        return held;
    }

    private void finished(Node node, int held) throws Exception {
        var phone = tenant().phone(node);
        assertThat(phone.announce(key, tenant().item(), photo).path("offset").asInt())
                .isGreaterThanOrEqualTo(held);
        var status = phone.upload(key, tenant().item(), photo, PART);
        assertThat(status.path("state").asText()).isEqualTo("KEPT");
    }
}
