package fr.allervers.e2e;

import fr.allervers.testing.TestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A schema of its own for the demo, on the tests' server. */
class DemoDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final String schema;

    DemoDatabase() {
        this("demo");
    }

    DemoDatabase(String schema) {
        this.schema = schema;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.server().schema(schema),
                        "spring.datasource.username=root",
                        "spring.datasource.password=",
                        "allervers.documents.folder=target/" + schema + "-documents-${fork:1}")
                .applyTo(context);
    }
}
