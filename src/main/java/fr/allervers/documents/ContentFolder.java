package fr.allervers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Contents in a folder, each under its SHA-256. A content appears under its name only when it is whole and on the disk: it
 * is written aside, forced, and moved.
 */
final class ContentFolder implements Contents {

    private final Path root;

    ContentFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public Kept keep(InputStream content, Consumer<String> beforeAppearing) throws IOException {
        try (var aside = Aside.of(content, root.resolve("incoming"))) {
            beforeAppearing.accept(aside.sha256());
            move(aside.file(), place(aside.sha256()));
            return new Kept(aside.sha256(), aside.size());
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private static void move(Path aside, Path to) throws IOException {
        if (Files.exists(to)) {
            return;
        }
        Files.createDirectories(to.getParent());
        try {
            Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new UncheckedIOException("The documents' folder must lie on one file system", e);
        }
        // The name is as durable as the content only once its folder is forced too.
        try (var folder = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path place(String sha256) {
        return root.resolve(Contents.place(sha256));
    }
}
