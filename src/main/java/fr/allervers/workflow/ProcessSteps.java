package fr.allervers.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that a process may call: {@code ${name.method(execution.processBusinessKey)}}. No other bean is visible to
 * expressions. Its methods take the case's id, so that a process module never imports the engine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessSteps {

    /** The name used in the diagrams. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String value();
}
