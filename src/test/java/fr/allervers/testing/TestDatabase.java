package fr.allervers.testing;

import fr.allervers.dev.LocalMariaDb;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The MariaDB that all tests of one JVM share. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Holder {
        static final LocalMariaDb SERVER = LocalMariaDb.in(
                Path.of("target", "mariadb", "test-" + ProcessHandle.current().pid()));
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
