package fr.allervers.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Verifies a copy of the audit log without the application, its database or a network:
 *
 * <pre>java -cp aller-vers.jar -Dloader.main=fr.allervers.audit.VerifyAudit \
 *     org.springframework.boot.loader.launch.PropertiesLauncher journal.jsonl [PLACE:EMPREINTE]</pre>
 *
 * The second argument is the end of the chain as noted elsewhere, for example in the application's own log. It ends with 0
 * when every entry is as it was sealed, with 1 when one is not, with 2 when there is nothing to read. See docs/audit.md.
 */
public final class VerifyAudit {

    private VerifyAudit() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < 1) {
            out.println("Usage : VerifyAudit journal.jsonl [place:empreinte]");
            System.exit(2);
        }
        try (var lines = Files.newBufferedReader(Path.of(arguments[0]))) {
            var report = of(lines, arguments.length > 1 ? arguments[1] : "");
            out.println(report.entries() + " écritures vues, après la place " + report.from());
            out.println("Fin de la chaîne : " + report.end());
            out.println(report.good() ? "Tout concorde." : "FAUX : " + report.fault());
            System.exit(report.good() ? 0 : 1);
        } catch (IOException | IllegalArgumentException e) {
            out.println("Illisible : " + arguments[0] + " (" + e.getMessage() + ")");
            System.exit(2);
        }
    }

    /**
     * Verifies.
     *
     * @param end place and hash of the last entry as noted elsewhere; empty when nobody has it
     * @throws IllegalArgumentException when it is no copy of the log
     */
    static ChainReport of(BufferedReader lines, String end) throws IOException {
        var head = lines.readLine();
        if (head == null) {
            throw new IllegalArgumentException("vide");
        }
        var check = ChainCopy.begin(head);
        for (var line = lines.readLine(); line != null && !check.isBroken(); line = lines.readLine()) {
            check.next(ChainCopy.entry(line));
        }
        if (!end.isEmpty()) {
            check.mustEnd(end);
        }
        return check.report();
    }
}
