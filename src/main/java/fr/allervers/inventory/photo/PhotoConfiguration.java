package fr.allervers.inventory.photo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PhotoLimits.class, ClamdSettings.class})
class PhotoConfiguration {

    /** With a clamd in the house photos are scanned; without one they stay « non analysées ». */
    @Bean
    @ConditionalOnProperty("allervers.inventories.photos.clamd.host")
    PhotoScanner clamd(ClamdSettings settings) {
        return new ClamdScanner(settings);
    }
}
