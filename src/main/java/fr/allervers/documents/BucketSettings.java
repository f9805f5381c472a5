package fr.allervers.documents;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bucket that keeps the documents in place of the folder: {@code allervers.documents.bucket.*}, in production from the
 * environment.
 *
 * @param name of the bucket, which is made at the start where it is missing; empty: the folder keeps the documents
 * @param endpoint of the store, such as {@code https://s3.example.org}; none: Amazon's own of the region
 * @param region as the store names it
 * @param key the access key, which may read, write and delete objects of this bucket
 * @param secret of this key, from the environment only ({@code ALLERVERS_DOCUMENTS_BUCKET_SECRET})
 */
@ConfigurationProperties("allervers.documents.bucket")
record BucketSettings(
        @DefaultValue("") String name,
        @Nullable URI endpoint,
        @DefaultValue("eu-west-3") String region,
        @DefaultValue("") String key,
        @DefaultValue("") String secret) {

    BucketSettings {
        if (!name.isEmpty() && (key.isEmpty() || secret.isEmpty())) {
            throw new IllegalArgumentException(
                    "The bucket " + name + " needs allervers.documents.bucket.key and .secret");
        }
    }

    /** Without the secret: it must not come into a log. */
    @Override
    public String toString() {
        return "bucket " + name + " at " + endpoint;
    }
}
