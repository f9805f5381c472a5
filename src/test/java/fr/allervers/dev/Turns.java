package fr.allervers.dev;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** Lets the JVMs of a build do one after the other what they would do to the same files below target. */
public final class Turns {

    private Turns() {}

    /** Does it while no other JVM holds the turn of this name. */
    public static <T> T take(String name, Callable<T> what) throws Exception {
        var folder = Files.createDirectories(Path.of("target"));
        try (var file = FileChannel.open(
                        folder.resolve(name + ".turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var turn = file.lock()) {
            assert turn.isValid();
            return what.call();
        }
    }
}
