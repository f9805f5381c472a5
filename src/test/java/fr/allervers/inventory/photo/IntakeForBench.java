package fr.allervers.inventory.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** One photo's intake without the database, as a benchmark measures it: hash, check, two copies, all written down. */
public final class IntakeForBench {

    private final PhotoLimits limits = new PhotoLimits(15_728_640, 64_000_000, 12, 300, 3);
    private final PhotoCheck check = new PhotoCheck(limits);
    private final PhotoCopies copies = new PhotoCopies(limits);

    /** Takes a photo in from its bytes, and says how many bytes its copy for the screen has. */
    public int take(byte[] photo, Path folder) throws Exception {
        var aside = Files.createTempFile(folder, "photo-", ".part");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(photo);
            digest.digest();
            Files.write(aside, photo);
            var facts = check.examine(aside);
            var made = copies.make(aside, facts);
            Files.write(folder.resolve("screen.jpg"), made.screen());
            Files.write(folder.resolve("small.jpg"), made.small());
            return made.screen().length;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Decodes, scales once and encodes, and nothing else. */
    public static int bare(byte[] photo) throws IOException {
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(photo));
        var height = image.getHeight() * PhotoCopies.SCREEN / image.getWidth();
        var screen =
                new java.awt.image.BufferedImage(PhotoCopies.SCREEN, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var pen = screen.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, PhotoCopies.SCREEN, height, null);
        pen.dispose();
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(screen, "jpg", bytes);
        return bytes.size();
    }
}
