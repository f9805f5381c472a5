package fr.allervers.inventory.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import fr.allervers.documents.FileType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what a file is by what it holds, whatever it is called, before anything of it is decoded. EXIF is never required:
 * telephones leave it out or change it on the way.
 */
@Component
class PhotoCheck {

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif");

    private final PhotoLimits limits;

    PhotoCheck(PhotoLimits limits) {
        this.limits = limits;
    }

    /**
     * Refuses by the first bytes alone, so that nobody sends a whole file for nothing.
     *
     * @param first at least 12 bytes, or the whole file
     */
    static FileType sniff(byte[] first) throws RefusedPhoto {
        if (first.length >= 12
                && new String(first, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")
                && HEIC_BRANDS.contains(new String(first, 8, 4, StandardCharsets.ISO_8859_1))) {
            throw new RefusedPhoto(PhotoRefusal.HEIC);
        }
        return FileType.of(first)
                .filter(type -> type != FileType.PDF)
                .orElseThrow(() -> new RefusedPhoto(PhotoRefusal.NOT_A_PHOTO));
    }

    /** The whole file, read where it lies: not one copy of it comes into the heap. */
    PhotoFacts examine(Path path) throws IOException, RefusedPhoto {
        if (Files.size(path) > limits.mostBytes()) {
            throw new RefusedPhoto(PhotoRefusal.TOO_LARGE);
        }
        try (var channel = FileChannel.open(path)) {
            var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            var type = sniff(first(file));
            var shape = type == FileType.JPEG ? JpegShape.read(file) : PngShape.read(file);
            if ((long) shape.width() * shape.height() > limits.mostPixels()) {
                throw new RefusedPhoto(PhotoRefusal.TOO_MANY_PIXELS);
            }
            if (shape.end() < 0) {
                throw new RefusedPhoto(PhotoRefusal.BROKEN);
            }
            // Telephones write small films and second pictures behind a photo; anything else has no business there.
            Disguises.refuse(file, shape.end(), file.limit());
            return told(path, type, shape);
        }
    }

    private static byte[] first(ByteBuffer file) {
        var first = new byte[Math.min(16, file.limit())];
        file.get(0, first);
        return first;
    }

    private static PhotoFacts told(Path path, FileType type, JpegShape.Shape shape) throws IOException {
        var orientation = 1;
        @Nullable LocalDateTime takenAt = null;
        try {
            var metadata = ImageMetadataReader.readMetadata(path.toFile());
            var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                orientation = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            }
            var details = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
            var original = details == null
                    ? null
                    : details.getDate(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL, TimeZone.getTimeZone("UTC"));
            takenAt = original == null ? null : LocalDateTime.ofInstant(original.toInstant(), ZoneOffset.UTC);
        } catch (ImageProcessingException | MetadataException e) {
            // A photo without readable notes is a photo all the same.
        }
        return new PhotoFacts(
                type.contentType(),
                shape.width(),
                shape.height(),
                orientation < 1 || orientation > 8 ? 1 : orientation,
                takenAt);
    }
}
