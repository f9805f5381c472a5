package fr.allervers.kpi.fact;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar aller-vers.jar --allervers.figures.recount=true}: counts all figures again from the history, says how far it is in the log and
 * on the dashboard, and goes on serving.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty("allervers.figures.recount")
class RecountCommand implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RecountCommand.class);

    private final Recount recount;

    RecountCommand(Recount recount) {
        this.recount = recount;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var told = new AtomicLong(-1);
        var ran = recount.run((done, total) -> {
            var percent = total == 0 ? 100 : 100 * done / total;
            if (told.getAndSet(percent) != percent) {
                LOG.info("Figures: {} % counted again ({} of {})", percent, done, total);
            }
        });
        if (!ran) {
            LOG.warn("Figures: another recount runs, nothing was done");
        }
    }
}
