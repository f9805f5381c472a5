package fr.allervers.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoCheckTest {

    private static final byte[] ZIP = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0};

    private final PhotoLimits limits = new PhotoLimits(2_000_000, 4_000_000, 12, 300, 2);
    private final PhotoCheck check = new PhotoCheck(limits);
    private final PhotoCopies copies = new PhotoCopies(limits);

    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("photo.jpg"), content);
    }

    private void isRefused(byte[] content, PhotoRefusal why) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> {
                    var facts = check.examine(file);
                    copies.make(file, facts);
                })
                .isInstanceOfSatisfying(RefusedPhoto.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(why));
    }

    @Test
    void photosAreKnownByWhatTheyHold() throws Exception {
        assertThat(check.examine(file(TestPhotos.jpeg(640, 480))))
                .isEqualTo(new PhotoFacts("image/jpeg", 640, 480, 1, null));
        assertThat(check.examine(file(TestPhotos.png(320, 200))))
                .isEqualTo(new PhotoFacts("image/png", 320, 200, 1, null));
    }

    @Test
    void anArchiveAPageOrAnythingElseNamedJpgIsNoPhoto() throws IOException {
        isRefused(TestPhotos.concat(ZIP, new byte[500]), PhotoRefusal.NOT_A_PHOTO);
        isRefused(
                "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII),
                PhotoRefusal.NOT_A_PHOTO);
        isRefused("%PDF-1.7 not a photo".getBytes(StandardCharsets.US_ASCII), PhotoRefusal.NOT_A_PHOTO);
        isRefused(new byte[] {1}, PhotoRefusal.NOT_A_PHOTO);
    }

    @Test
    void heicIsToldApartSoThatHelpCanBeGiven() throws IOException {
        isRefused(TestPhotos.heic(), PhotoRefusal.HEIC);
    }

    @Test
    void sizesAreLookedAtBeforeAnythingIsDecoded() throws IOException {
        isRefused(TestPhotos.claimedPng(50_000, 50_000), PhotoRefusal.TOO_MANY_PIXELS);
        isRefused(TestPhotos.jpeg(2_001, 2_000), PhotoRefusal.TOO_MANY_PIXELS);
        isRefused(new byte[2_000_001], PhotoRefusal.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.9, 0.999})
    void aPhotoCutShortIsBroken(double part) throws IOException {
        var whole = TestPhotos.detailed(400, 300, 1);
        isRefused(Arrays.copyOf(whole, (int) (whole.length * part)), PhotoRefusal.BROKEN);
    }

    @Test
    void aPhotoCutShortAndGivenAnEndIsBroken() throws IOException {
        var whole = TestPhotos.detailed(400, 300, 1);
        isRefused(
                TestPhotos.concat(Arrays.copyOf(whole, whole.length / 2), new byte[] {(byte) 0xFF, (byte) 0xD9}),
                PhotoRefusal.BROKEN);
    }

    @Test
    void aPhotoThatIsAnArchiveOrAPageTooIsRefused() throws IOException {
        var photo = TestPhotos.jpeg(200, 100);
        isRefused(TestPhotos.concat(photo, ZIP), PhotoRefusal.DISGUISED);
        isRefused(
                TestPhotos.concat(photo, "<SCRIPT src=x>".getBytes(StandardCharsets.US_ASCII)), PhotoRefusal.DISGUISED);
        isRefused(TestPhotos.withComment(photo, "<html><body>hello"), PhotoRefusal.DISGUISED);
        isRefused(TestPhotos.concat(TestPhotos.png(20, 20), ZIP), PhotoRefusal.DISGUISED);
    }

    @Test
    void whatTelephonesWriteBehindAPhotoIsLetBe() throws Exception {
        var behind =
                TestPhotos.concat(TestPhotos.jpeg(200, 100), new byte[64], "SEFHe".getBytes(StandardCharsets.US_ASCII));
        assertThat(check.examine(file(behind)).width()).isEqualTo(200);
    }

    /** The colours seen at the four corners, clockwise from the top left, once the photo is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, R, G, Y, B",
        "2, G, R, B, Y",
        "3, Y, B, R, G",
        "4, B, Y, G, R",
        "5, R, B, Y, G",
        "6, B, R, G, Y",
        "7, Y, G, R, B",
        "8, G, Y, B, R"
    })
    void everyOrientationIsShownUpright(int orientation, char topLeft, char topRight, char bottomRight, char bottomLeft)
            throws Exception {
        var file = file(TestPhotos.turned(TestPhotos.jpeg(600, 400), orientation));
        var facts = check.examine(file);
        assertThat(facts.orientation()).isEqualTo(orientation);
        var shown =
                ImageIO.read(new ByteArrayInputStream(copies.make(file, facts).screen()));
        var lies = orientation < 5;
        assertThat(shown.getWidth()).isEqualTo(lies ? 600 : 400);
        assertThat(shown.getHeight()).isEqualTo(lies ? 400 : 600);
        assertThat("" + at(shown, 0.1, 0.1) + at(shown, 0.9, 0.1) + at(shown, 0.9, 0.9) + at(shown, 0.1, 0.9))
                .isEqualTo("" + topLeft + topRight + bottomRight + bottomLeft);
    }

    @Test
    void copiesAreSmallerAndKeepNothingButPixels() throws Exception {
        var file = file(TestPhotos.turned(TestPhotos.jpeg(2_000, 1_000), 6));
        var made = copies.make(file, check.examine(file));
        var screen = ImageIO.read(new ByteArrayInputStream(made.screen()));
        assertThat(screen.getHeight()).isEqualTo(PhotoCopies.SCREEN);
        assertThat(ImageIO.read(new ByteArrayInputStream(made.small())).getHeight())
                .isEqualTo(PhotoCopies.SMALL);
        assertThat(new String(made.screen(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    private static char at(BufferedImage image, double x, double y) {
        var seen = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        var red = seen.getRed() > 128;
        var green = seen.getGreen() > 128;
        return red && green ? 'Y' : red ? 'R' : green ? 'G' : 'B';
    }
}
