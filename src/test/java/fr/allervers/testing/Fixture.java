package fr.allervers.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes what tests of one kind start from. Every {@link ApplicationTest} can have it injected: a test that imported it for itself
 * would get a Spring context of its own, which takes longer to start than the test takes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fixture {}
