package fr.allervers.inventory.photo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where clamd listens.
 *
 * @param host empty for none
 * @param timeout for a whole photo, from the connection to the answer; a tenant waits as long at most
 */
@ConfigurationProperties("allervers.inventories.photos.clamd")
record ClamdSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("PT10S") Duration timeout) {}
