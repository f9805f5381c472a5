package fr.allervers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.testing.HeldMemory;
import fr.allervers.testing.KeycloakServer;
import fr.allervers.testing.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Documents in a bucket, against a store that speaks S3. */
class ContentBucketTest {

    private static final String BUCKET = "documents-of-the-test";
    private static final String BONJOUR = "2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18";

    @TempDir
    Path folder;

    private URI endpoint;
    private ContentBucket bucket;

    @BeforeEach
    void open() throws Exception {
        endpoint = S3Server.shared().endpoint();
        bucket = ContentBucket.open(settings(BUCKET, S3Server.SECRET), folder);
    }

    private BucketSettings settings(String name, String secret) {
        return new BucketSettings(name, endpoint, S3Server.REGION, S3Server.KEY, secret);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void nobodyMinds(String sha256) {}

    private S3Client store() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(S3Server.REGION))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.KEY, S3Server.SECRET)))
                .build();
    }

    @Test
    void whatIsKeptIsGivenBackAndLiesWhereTheFolderWouldHaveIt() throws IOException {
        var appearing = new ArrayList<String>();
        var kept = bucket.keep(text("bonjour"), appearing::add);
        assertThat(kept).isEqualTo(new Contents.Kept(BONJOUR, 7));
        assertThat(appearing).containsExactly(BONJOUR);
        try (var content = bucket.open(BONJOUR)) {
            assertThat(content).hasBinaryContent("bonjour".getBytes(StandardCharsets.UTF_8));
        }
        try (var store = store()) {
            assertThat(store.headObject(object -> object.bucket(BUCKET).key("2c/" + BONJOUR))
                            .contentLength())
                    .isEqualTo(7);
        }
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void nothingAtAllIsAContentToo() throws IOException {
        var kept = bucket.keep(text(""), ContentBucketTest::nobodyMinds);
        try (var content = bucket.open(kept.sha256())) {
            assertThat(content).isEmpty();
        }
    }

    @Test
    void manyMayKeepTheSameAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            var act = (Callable<Contents.Kept>) () -> bucket.keep(text("à plusieurs"), ContentBucketTest::nobodyMinds);
            for (var kept : threads.invokeAll(java.util.Collections.nCopies(12, act))) {
                assertThat(kept.get().size()).isEqualTo(12);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aContentThatBreaksOffLeavesNothing() {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the line went dead");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> bucket.keep(broken, ContentBucketTest::nobodyMinds))
                .hasMessage("the line went dead");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void whatTheStoreSpoiltIsNotTakenForWhatItWasGiven() throws IOException {
        var kept = bucket.keep(text("un acte signé"), ContentBucketTest::nobodyMinds);
        try (var store = store()) {
            store.putObject(
                    object -> object.bucket(BUCKET).key(Contents.place(kept.sha256())),
                    RequestBody.fromString("un acte singé"));
        }
        assertThatThrownBy(() -> {
                    try (var content = bucket.open(kept.sha256())) {
                        content.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gave back");
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        var kept = bucket.keep(text("à effacer"), ContentBucketTest::nobodyMinds);
        bucket.delete(kept.sha256());
        bucket.delete(kept.sha256());
        assertThatThrownBy(() -> bucket.open(kept.sha256())).isInstanceOf(IOException.class);
        bucket.keep(text("à effacer"), ContentBucketTest::nobodyMinds);
        bucket.open(kept.sha256()).close();
    }

    @Test
    void largeContentsPassThroughWithoutBeingHeld() throws Exception {
        var size = 80L << 20;
        var held = HeldMemory.during(() -> {
            try {
                var kept = bucket.keep(zeros(size), ContentBucketTest::nobodyMinds);
                try (var content = bucket.open(kept.sha256())) {
                    assertThat(content.transferTo(java.io.OutputStream.nullOutputStream()))
                            .isEqualTo(size);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(held).isLessThan(20L << 20);
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                var given = (int) Math.min(length, left);
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
    }

    @Test
    void aWrongSecretIsToldAtTheStart() {
        assertThatThrownBy(() -> ContentBucket.open(settings(BUCKET, "wrong"), folder))
                .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> settings(BUCKET, "")).hasMessageContaining("needs allervers.documents.bucket.key");
    }

    @Test
    void aSilentStoreFailsTheDocumentsAndNotTheStart() throws Exception {
        endpoint = URI.create("http://127.0.0.1:" + KeycloakServer.freePort());
        try (var silent = ContentBucket.open(settings(BUCKET, S3Server.SECRET), folder)) {
            assertThatThrownBy(() -> silent.keep(text("x"), ContentBucketTest::nobodyMinds))
                    .isInstanceOf(IOException.class);
        }
        assertThat(Files.list(folder.resolve("incoming"))).isEmpty();
    }
}
