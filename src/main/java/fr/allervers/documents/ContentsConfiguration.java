package fr.allervers.documents;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bucket where one is named, else the folder (docs/adr/0040-documents-in-a-bucket.md). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BucketSettings.class)
class ContentsConfiguration {

    @Bean
    Contents contents(BucketSettings bucket, @Value("${allervers.documents.folder}") Path folder) {
        return bucket.name().isEmpty() ? new ContentFolder(folder) : ContentBucket.open(bucket, folder);
    }
}
