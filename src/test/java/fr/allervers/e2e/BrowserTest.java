package fr.allervers.e2e;

import fr.allervers.dev.DevApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a real browser over the demo: its people, register and campaign, the job executor and the sweeps on, the
 * real clock. All share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("e2e")
@ContextConfiguration(initializers = DemoDatabase.class)
@Import({DevApplication.Development.class, Visitors.class})
public @interface BrowserTest {}
