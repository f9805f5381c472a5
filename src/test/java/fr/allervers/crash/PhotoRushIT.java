package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.photo.PhotoUploads;
import fr.allervers.inventory.photo.TestPhotos;
import fr.allervers.testing.AtOnce;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The first of the month: fifty tenants send a photo of twelve megapixels in the same moment, to a node of 512 MB. */
class PhotoRushIT {

    private static final int TENANTS = 50;

    @Test
    void fiftyPhotosOfTwelveMegapixelsAtOnceAreTakenInHalfAGigabyte() throws Exception {
        var ground = new Ground("photo_rush");
        try (var node = ground.start()) {
            ground.register();
            ground.leases();
            ground.person("claire", "SUPERVISOR");
            var claire = node.signIn("claire");
            var photo = TestPhotos.detailed(4_000, 3_000, 12);
            var uploads = new ArrayList<Callable<String>>();
            for (long household = 1; household <= TENANTS; household++) {
                var tenant = NodeTenant.movingIn(ground, claire, household);
                var phone = tenant.phone(node);
                uploads.add(() -> phone.upload(
                                UUID.randomUUID().toString(), tenant.item(), photo, PhotoUploads.LARGEST_PART)
                        .path("state")
                        .asText());
            }
            assertThat(AtOnce.all(uploads)).hasSize(TENANTS).containsOnly("KEPT");
        }
        assertThat(ground.count("select count(*) from inventory_photo where state = 'KEPT'"))
                .isEqualTo(TENANTS);
        assertThat(ground.count("select count(*) from inventory_photo_part")).isZero();
    }
}
