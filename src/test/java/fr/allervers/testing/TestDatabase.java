package fr.allervers.testing;

import fr.allervers.dev.LocalMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The MariaDB that all tests of one JVM share. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Holder {
        static final LocalMariaDb SERVER = LocalMariaDb.in(fresh(
                Path.of("target", "mariadb", "test-" + ProcessHandle.current().pid())));

        /** A process that was killed may have left a database behind, and its number comes again. */
        private static Path fresh(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static LocalMariaDb server() {
        return Holder.SERVER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + server().schema("allervers"),
                        "spring.datasource.username=root",
                        "spring.datasource.password=")
                .applyTo(context);
    }
}
