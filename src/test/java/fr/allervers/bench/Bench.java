package fr.allervers.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/**
 * Measures sides of the same work in turns and writes {@code target/bench/<id>.json} and {@code target/bench/report.md}.
 * Ratios only mean something: all sides run in one process, on one machine, one after the other in each round. A
 * benchmark fails when its work is wrong, never because it is slow.
 */
final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String id;
    private final String what;
    private final String unit;
    private final boolean lowerIsBetter;
    private final int size;
    private int warmUps = 1;
    private final Map<String, Callable<Double>> sides = new LinkedHashMap<>();
    private final Map<String, Double> targets = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Bench(String id, String what, String unit, boolean lowerIsBetter, int size) {
        this.id = id;
        this.what = what;
        this.unit = unit;
        this.lowerIsBetter = lowerIsBetter;
        this.size = size;
    }

    /** A rate, say "1/s": more is better. Skips the test when -Dbench names another. */
    static Bench rate(String id, String what, String unit, int usualSize) {
        return chosen(id, what, unit, false, usualSize);
    }

    /** A time, say "ms": less is better. Skips the test when -Dbench names another. */
    static Bench time(String id, String what, String unit, int usualSize) {
        return chosen(id, what, unit, true, usualSize);
    }

    private static Bench chosen(String id, String what, String unit, boolean lowerIsBetter, int usualSize) {
        var wanted = System.getProperty("bench", "");
        Assumptions.assumeTrue(wanted.isEmpty() || wanted.equals(id), () -> "another benchmark: " + wanted);
        return new Bench(id, what, unit, lowerIsBetter, Integer.getInteger("bench.size", usualSize));
    }

    int size() {
        return size;
    }

    /** A side's name ("ours", "peer", "limit") and one round of it, which gives the figure in the unit. */
    Bench side(String name, Callable<Double> round) {
        sides.put(name, round);
        return this;
    }

    /** The least ratio of ours over that side that is wanted; above 1 is better than it. */
    Bench target(String side, double ratio) {
        targets.put(side, ratio);
        return this;
    }

    /** How many rounds go before the counted ones; one without this. A server runs for weeks: its compiler has long been done. */
    Bench warmUp(int rounds) {
        warmUps = rounds;
        return this;
    }

    /** What a reader of the figures has to know. */
    Bench note(String words) {
        notes.add(words);
        return this;
    }

    /** The rounds of warm-up, then the counted ones; the sides take turns in going first. */
    void run(DataSource database) throws Exception {
        var rounds = Integer.getInteger("bench.rounds", 5);
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (var number = 0; number < warmUps; number++) {
            round(number);
        }
        var measured = new ArrayList<Map<String, Double>>();
        for (var number = 1; number <= rounds; number++) {
            measured.add(round(number));
        }
        write(measured, database);
    }

    private Map<String, Double> round(int number) throws Exception {
        var names = new ArrayList<>(sides.keySet());
        java.util.Collections.rotate(names, number);
        var figures = new LinkedHashMap<String, Double>();
        for (var name : names) {
            figures.put(name, sides.get(name).call());
        }
        var ordered = new LinkedHashMap<String, Double>();
        sides.keySet().forEach(name -> ordered.put(name, figures.get(name)));
        return ordered;
    }

    private void write(List<Map<String, Double>> rounds, DataSource database) throws Exception {
        var median = new LinkedHashMap<String, Double>();
        sides.keySet()
                .forEach(name -> median.put(
                        name,
                        median(rounds.stream().map(round -> round.get(name)).toList())));
        var ratio = new LinkedHashMap<String, Double>();
        median.forEach((name, figure) -> {
            if (!name.equals("ours")) {
                ratio.put(name, lowerIsBetter ? figure / median.get("ours") : median.get("ours") / figure);
            }
        });
        var result = new LinkedHashMap<String, Object>();
        result.put("id", id);
        result.put("what", what);
        result.put("unit", unit);
        result.put("size", size);
        result.put("rounds", rounds);
        result.put("median", median);
        result.put("ratio", ratio);
        result.put("target", targets);
        result.put("heapPeakMb", heapPeak());
        result.put("machine", machine(database));
        result.put("notes", notes);
        Files.createDirectories(FOLDER);
        JSON.writeValue(FOLDER.resolve(id + ".json").toFile(), result);
        // Beside the last result, one of each size: what several runs with -Dbench.size gave is drawn as a curve.
        JSON.writeValue(
                Files.createDirectories(FOLDER.resolve("sizes").resolve(id))
                        .resolve(size + ".json")
                        .toFile(),
                result);
        report();
    }

    private static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The figure below which 95 % of these lie. */
    static double p95(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long heapPeak() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1_048_576;
    }

    private static Map<String, Object> machine(DataSource database) throws Exception {
        try (var connection = database.getConnection()) {
            return Map.of(
                    "cores", Runtime.getRuntime().availableProcessors(),
                    "jdk", System.getProperty("java.version"),
                    "database",
                            connection.getMetaData().getDatabaseProductName() + " "
                                    + connection.getMetaData().getDatabaseProductVersion());
        }
    }

    /** One table over all results that lie in the folder. */
    private static void report() throws IOException {
        var report =
                new StringBuilder("| What | Size | Ours | Peer | Limit | Ours to peer | Ours to limit | Heap, MB |\n"
                        + "|---|---:|---:|---:|---:|---:|---:|---:|\n");
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var result = JSON.readTree(file.toFile());
                var median = result.path("median");
                report.append("| %s (%s) | %d | %.2f | %.2f | %.2f | %s | %s | %d |%n"
                        .formatted(
                                result.path("what").asText(),
                                result.path("unit").asText(),
                                result.path("size").asInt(),
                                median.path("ours").asDouble(),
                                median.path("peer").asDouble(),
                                median.path("limit").asDouble(),
                                ratio(result, "peer"),
                                ratio(result, "limit"),
                                result.path("heapPeakMb").asInt()));
            }
        }
        curves().forEach(picture -> report.append("%n![Growth of %s](%s.svg)%n".formatted(picture, picture)));
        Files.writeString(FOLDER.resolve("report.md"), report);
    }

    /** Draws those that were measured at several sizes, and names them. */
    private static List<String> curves() throws IOException {
        var drawn = new ArrayList<String>();
        try (var measured = Files.list(FOLDER.resolve("sizes"))) {
            for (var folder : measured.sorted().toList()) {
                var name = folder.getFileName().toString();
                var picture = picture(folder);
                if (picture.isWorthDrawing()) {
                    Files.writeString(FOLDER.resolve(name + ".svg"), picture.svg());
                    drawn.add(name);
                }
            }
        }
        return drawn;
    }

    private static GrowthPicture picture(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var results = new ArrayList<com.fasterxml.jackson.databind.JsonNode>();
            for (var file : files.toList()) {
                results.add(JSON.readTree(file.toFile()));
            }
            var picture = new GrowthPicture(
                    results.get(0).path("what").asText(),
                    results.get(0).path("unit").asText());
            results.forEach(result -> result.path("median")
                    .properties()
                    .forEach(side -> picture.point(
                            side.getKey(),
                            result.path("size").asInt(),
                            side.getValue().asDouble())));
            return picture;
        }
    }

    private static String ratio(com.fasterxml.jackson.databind.JsonNode result, String side) {
        if (!result.path("ratio").has(side)) {
            return "–";
        }
        var wanted = result.path("target").has(side)
                ? " (wanted %.2f)".formatted(result.path("target").path(side).asDouble())
                : "";
        return "%.2f".formatted(result.path("ratio").path(side).asDouble()) + wanted;
    }
}
