package fr.allervers.dev;

import fr.allervers.privacy.NightlyPurge;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/** Does tonight's purge at once, so that its page has a night to show. */
@Order(20)
public class DemoPrivacy implements ApplicationRunner {

    private final NightlyPurge purge;

    DemoPrivacy(NightlyPurge purge) {
        this.purge = purge;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        purge.run();
    }
}
