package fr.allervers.inventory.photo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.springframework.stereotype.Component;

/**
 * Copies for the screen: decoded, turned upright, made smaller and written anew, so that nothing of the file but its
 * pixels is left, neither place nor time nor anything hidden. As many at once as the memory bears.
 */
@Component
class PhotoCopies {

    static final int SCREEN = 1600;
    static final int SMALL = 320;
    private static final float QUALITY = 0.8f;

    private final Semaphore turns;

    PhotoCopies(PhotoLimits limits) {
        this.turns = new Semaphore(limits.decodedAtOnce(), true);
        // Decoders must not write aside: the folder may not be ours alone.
        ImageIO.setUseCache(false);
    }

    /** The two copies, as JPEG. */
    record Copies(byte[] screen, byte[] small) {}

    /**
     * @throws RefusedPhoto when its pixels cannot be read
     */
    Copies make(Path photo, PhotoFacts facts) throws IOException, RefusedPhoto {
        turns.acquireUninterruptibly();
        try {
            var screen = upright(scaled(decode(photo, facts), SCREEN), facts.orientation());
            return new Copies(jpeg(screen), jpeg(scaled(screen, SMALL)));
        } finally {
            turns.release();
        }
    }

    /** Reads only every second, third… pixel of what is much larger than the screen. */
    private static BufferedImage decode(Path photo, PhotoFacts facts) throws IOException, RefusedPhoto {
        var readers = ImageIO.getImageReadersByMIMEType(facts.contentType());
        var reader = readers.next();
        try (var input = ImageIO.createImageInputStream(photo.toFile())) {
            reader.setInput(input, true, true);
            var cut = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> cut[0] |= warning.contains("remature end"));
            var step = Math.max(1, Math.max(facts.width(), facts.height()) / SCREEN);
            var image = read(reader, step);
            if (cut[0]) {
                throw new RefusedPhoto(PhotoRefusal.BROKEN);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int step) throws RefusedPhoto {
        try {
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } catch (IOException | RuntimeException e) {
            // Decoders fail in every way on what is not meant to be read.
            throw new RefusedPhoto(PhotoRefusal.BROKEN);
        }
    }

    /** At most this many pixels on its longer side; halved step by step, which keeps thin cracks visible. */
    private static BufferedImage scaled(BufferedImage image, int longest) {
        var current = image;
        var width = image.getWidth();
        var height = image.getHeight();
        var factor = Math.min(1.0, (double) longest / Math.max(width, height));
        var toWidth = Math.max(1, (int) Math.round(width * factor));
        var toHeight = Math.max(1, (int) Math.round(height * factor));
        do {
            width = Math.max(toWidth, (width + 1) / 2);
            height = Math.max(toHeight, (height + 1) / 2);
            current = drawn(current, width, height);
        } while (width > toWidth || height > toHeight);
        return current;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = smaller.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return smaller;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var turned = orientation >= 5
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(image, turn(orientation, width, height), null);
        pen.dispose();
        return turned;
    }

    /** As EXIF numbers them: mirrored, upside down, on either side. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        var bytes = new ByteArrayOutputStream(1 << 18);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
