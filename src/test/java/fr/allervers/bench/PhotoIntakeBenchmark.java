package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.photo.IntakeForBench;
import fr.allervers.inventory.photo.TestPhotos;
import fr.allervers.testing.ApplicationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The intake of photos of twelve megapixels: hash, check before decoding, a copy for the screen and a small one, all written to
 * the disk. Limit: bare decode, one scaling and one encoding in memory.
 */
@ApplicationTest
class PhotoIntakeBenchmark {

    @Autowired
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void twelveMegapixels() throws Exception {
        var bench = Bench.rate("photo-intake", "photos of 12 megapixels taken in", "1/s", 8);
        var photos = new ArrayList<byte[]>();
        for (var number = 0; number < Math.min(4, bench.size()); number++) {
            photos.add(TestPhotos.detailed(4_000, 3_000, number));
        }
        var intake = new IntakeForBench();
        assertThat(intake.take(photos.get(0), folder)).isPositive();
        bench.side("ours", () -> rate(bench.size(), photos, photo -> intake.take(photo, folder)))
                .side("limit", () -> rate(bench.size(), photos, IntakeForBench::bare))
                .target("limit", 0.8)
                .note("Ours decodes every second pixel of what is much larger than a screen, and writes two copies.")
                .run(database);
    }

    private static double rate(int count, List<byte[]> photos, Act act) throws Exception {
        var start = System.nanoTime();
        for (var number = 0; number < count; number++) {
            assertThat(act.on(photos.get(number % photos.size()))).isPositive();
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    @FunctionalInterface
    private interface Act {
        int on(byte[] photo) throws Exception;
    }
}
