package fr.allervers.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets the people of a test class leave, so that the next one is handed no work of theirs and gives them none. */
class RetirePeople implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(People.class).retire();
    }
}
