package fr.allervers.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of file that people may add, known by their first bytes and not by what they are called. */
public enum FileType {
    PDF("application/pdf", List.of("pdf"), new int[] {'%', 'P', 'D', 'F', '-'}),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), new int[] {0xFF, 0xD8, 0xFF}),
    PNG("image/png", List.of("png"), new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    /** So many first bytes tell the type. */
    public static final int TOLD_BY = 8;

    private final String contentType;
    private final List<String> extensions;
    private final int[] start;

    FileType(String contentType, List<String> extensions, int[] start) {
        this.contentType = contentType;
        this.extensions = extensions;
        this.start = start;
    }

    /** The type of a file that begins with these bytes; none when it is not one that we take. */
    public static Optional<FileType> of(byte[] first) {
        return Arrays.stream(values()).filter(type -> type.begins(first)).findFirst();
    }

    private boolean begins(byte[] first) {
        for (var i = 0; i < start.length; i++) {
            if (i >= first.length || (first[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    public String contentType() {
        return contentType;
    }

    /** The name with an extension of this type: a computer that receives the file goes by it. */
    public String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension))
                ? name
                : name + "." + extensions.get(0);
    }
}
