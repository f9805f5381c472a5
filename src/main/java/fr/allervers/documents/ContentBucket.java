package fr.allervers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Contents in a bucket of an S3-compatible store, each under its SHA-256. A put shows an object whole or not at all; the store is
 * told the SHA-256 to compare, and what it gives back is compared again.
 */
final class ContentBucket implements Contents, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentBucket.class);

    private final S3Client store;
    private final String bucket;
    private final Path asides;

    private ContentBucket(BucketSettings settings, Path folder) {
        bucket = settings.name();
        asides = folder.toAbsolutePath().resolve("incoming");
        store = client(settings);
    }

    /**
     * Opens the bucket and makes it where it is missing.
     *
     * @param folder on this machine, where contents wait that are on their way into the bucket
     */
    static ContentBucket open(BucketSettings settings, Path folder) {
        var opened = new ContentBucket(settings, folder);
        try {
            opened.require();
        } catch (SdkClientException e) {
            // A node that restarts while the store is silent is of use for everything but documents.
            LOG.error("{} does not answer: no document can be read or kept until it does", settings, e);
        }
        return opened;
    }

    private static S3Client client(BucketSettings settings) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.key(), settings.secret())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30)))
                // Amazon's newer sums are unknown to other stores; ours are below.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            // Names like bucket.host need a DNS that only Amazon has.
            builder.endpointOverride(endpoint).forcePathStyle(true);
        }
        return builder.build();
    }

    private void require() {
        try {
            store.headBucket(request -> request.bucket(bucket));
        } catch (NoSuchBucketException e) {
            try {
                store.createBucket(request -> request.bucket(bucket));
            } catch (BucketAlreadyOwnedByYouException made) {
                LOG.info("Another node has just made {}", bucket);
            }
        }
    }

    @Override
    public Kept keep(InputStream content, Consumer<String> beforeAppearing) throws IOException {
        try (var aside = Aside.of(content, asides)) {
            beforeAppearing.accept(aside.sha256());
            if (!holds(aside)) {
                put(aside);
            }
            return new Kept(aside.sha256(), aside.size());
        }
    }

    private boolean holds(Aside aside) throws IOException {
        return told(() -> {
            try {
                return store.headObject(request -> request.bucket(bucket).key(Contents.place(aside.sha256())))
                                .contentLength()
                        == aside.size();
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    private void put(Aside aside) throws IOException {
        var sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(aside.sha256()));
        told(() -> store.putObject(
                request -> request.bucket(bucket)
                        .key(Contents.place(aside.sha256()))
                        .checksumSHA256(sum),
                RequestBody.fromFile(aside.file())));
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return told(() -> new CheckedContent(
                store.getObject(request -> request.bucket(bucket).key(Contents.place(sha256))), sha256));
    }

    @Override
    public void delete(String sha256) throws IOException {
        told(() -> store.deleteObject(request -> request.bucket(bucket).key(Contents.place(sha256))));
    }

    @Override
    public void close() {
        store.close();
    }

    /** The store's refusals and silences as what reading and writing files throws. */
    private static <T> T told(Supplier<T> act) throws IOException {
        try {
            return act.get();
        } catch (SdkException e) {
            throw new IOException("The bucket did not do it", e);
        }
    }
}
