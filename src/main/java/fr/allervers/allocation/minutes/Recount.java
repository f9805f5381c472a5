package fr.allervers.allocation.minutes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.allervers.allocation.ballot.BallotText;
import fr.allervers.allocation.ballot.Canonical;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Recounts the minutes of a session from their JSON alone, without the application, its database or a network:
 *
 * <pre>java -cp aller-vers.jar -Dloader.main=fr.allervers.allocation.minutes.Recount \
 *     org.springframework.boot.loader.launch.PropertiesLauncher proces-verbal.json [EMPREINTE]</pre>
 *
 * It says whether seal, chain, ballots, quorum, ties and decisions agree, and ends with 0 when all do, else with 1; 2 when
 * there is nothing to read. See docs/allocation-minutes.md.
 */
public final class Recount {

    private Recount() {}

    /** What was looked at, and what did not hold. */
    public record Report(List<String> checked, List<String> faults) {

        public boolean good() {
            return faults.isEmpty();
        }
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < 1) {
            out.println("Usage : Recount proces-verbal.json [empreinte SHA-256]");
            System.exit(2);
        }
        try {
            var text = Files.readString(Path.of(arguments[0]));
            var report = of(text, arguments.length > 1 ? arguments[1] : "");
            report.checked().forEach(line -> out.println("  vu      " + line));
            report.faults().forEach(line -> out.println("  FAUX    " + line));
            out.println("Empreinte : " + Canonical.sha256(text));
            out.println(report.good() ? "Tout concorde." : "Le procès-verbal ne concorde pas.");
            System.exit(report.good() ? 0 : 1);
        } catch (IOException e) {
            out.println("Illisible : " + arguments[0]);
            System.exit(2);
        }
    }

    /**
     * Recounts.
     *
     * @param text the canonical JSON as kept
     * @param seal its SHA-256 in hexadecimal, from elsewhere; empty when nobody has it
     */
    public static Report of(String text, String seal) {
        var checked = new ArrayList<String>();
        var faults = new ArrayList<String>();
        JsonNode minutes;
        try {
            minutes = BallotText.tree(text);
        } catch (IllegalArgumentException e) {
            return new Report(List.of(), List.of("le texte n’est pas du JSON"));
        }
        if (!MinutesContent.FORMAT.equals(minutes.path("format").asText())) {
            return new Report(List.of(), List.of("le format n’est pas " + MinutesContent.FORMAT));
        }
        if (seal.isEmpty()) {
            checked.add("empreinte : aucune n’est donnée pour comparer");
        } else if (Canonical.sha256(text).equalsIgnoreCase(seal.strip())) {
            checked.add("empreinte : celle du texte");
        } else {
            faults.add("l’empreinte n’est pas celle du texte");
        }
        if (!Canonical.write(BallotText.plain(minutes)).equals(text)) {
            faults.add("le texte n’est pas sous sa forme canonique");
        }
        for (var item : minutes.path("items")) {
            try {
                ItemRecount.check(minutes, item, checked, faults);
            } catch (IllegalArgumentException | NullPointerException e) {
                faults.add("point " + item.path("position").asInt() + " : illisible, " + e.getMessage());
            }
        }
        return new Report(checked, faults);
    }
}
