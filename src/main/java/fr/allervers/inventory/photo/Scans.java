package fr.allervers.inventory.photo;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the house's scanner, where there is one; one that fails has said nothing. */
@Component
class Scans {

    private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

    private final ObjectProvider<PhotoScanner> scanner;

    Scans(ObjectProvider<PhotoScanner> scanner) {
        this.scanner = scanner;
    }

    boolean possible() {
        return scanner.getIfAvailable() != null;
    }

    Scan of(Path photo) {
        var asked = scanner.getIfAvailable();
        if (asked == null) {
            return Scan.UNSCANNED;
        }
        try {
            return asked.isClean(photo) ? Scan.CLEAN : Scan.INFECTED;
        } catch (IOException e) {
            LOG.warn("The virus scanner did not answer", e);
            return Scan.UNSCANNED;
        }
    }
}
