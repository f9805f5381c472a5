package fr.allervers.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real store that speaks S3 and checks signatures, in a process of its own, which the build has copied below target. */
public final class S3Server {

    public static final String KEY = "allervers";

    /** The one that stores without regions go by. */
    public static final String REGION = "us-east-1";

    public static final String SECRET = UUID.randomUUID().toString();

    private static @Nullable S3Server shared;

    private final int port;

    private S3Server(int port) {
        this.port = port;
    }

    /** The one server of this JVM, with which it ends. */
    public static synchronized S3Server shared() throws IOException, InterruptedException {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static S3Server start() throws IOException, InterruptedException {
        var port = KeycloakServer.freePort();
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "s3")), "store-");
        var settings = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=filesystem-nio2
                jclouds.identity=of
                jclouds.credential=nobody
                jclouds.filesystem.basedir=%s
                """.formatted(
                        port, KEY, SECRET, Files.createDirectories(folder.resolve("objects"))));
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target", "s3", "s3proxy.jar").toString(),
                        "--properties",
                        settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "s3", "s3proxy.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        for (var attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                return new S3Server(port);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("The store did not start; see target/s3/s3proxy.log");
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Settings of an application that keeps its documents in this bucket. */
    public String[] settings(String bucket) {
        return new String[] {
            "--allervers.documents.bucket.name=" + bucket,
            "--allervers.documents.bucket.endpoint=" + endpoint(),
            "--allervers.documents.bucket.region=" + REGION,
            "--allervers.documents.bucket.key=" + KEY,
            "--allervers.documents.bucket.secret=" + SECRET
        };
    }
}
