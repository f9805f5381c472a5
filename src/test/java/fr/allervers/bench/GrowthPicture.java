package fr.allervers.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a figure grows with the size of the work, one line a side, as SVG. Both axes are logarithmic: a straight line that rises by
 * one step a step is linear growth, a level one none.
 */
final class GrowthPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 80;
    private static final int RIGHT = 90;
    private static final int TOP = 50;
    private static final int BOTTOM = 50;

    /** Told apart without colours too: each has a mark of its own and its name at the end of its line. */
    private static final List<String> COLOURS = List.of("#0b6b4f", "#8a4b08", "#33507a", "#7a2b5c", "#555555");

    private final String title;
    private final String unit;
    private final Map<String, SortedMap<Integer, Double>> sides = new LinkedHashMap<>();

    GrowthPicture(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** @param figure above zero, in the unit */
    GrowthPicture point(String side, int size, double figure) {
        sides.computeIfAbsent(side, name -> new TreeMap<>()).put(size, figure);
        return this;
    }

    /** Whether there is a line to draw. */
    boolean isWorthDrawing() {
        return sizes().size() > 1;
    }

    private List<Integer> sizes() {
        return sides.values().stream()
                .flatMap(points -> points.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    String svg() {
        var figures = sides.values().stream()
                .flatMap(points -> points.values().stream())
                .filter(figure -> figure > 0)
                .sorted()
                .toList();
        var across = new Axis(sizes().get(0), sizes().get(sizes().size() - 1), LEFT, WIDTH - RIGHT);
        var up = new Axis(figures.get(0), figures.get(figures.size() - 1), HEIGHT - BOTTOM, TOP);
        var parts = new ArrayList<String>();
        parts.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\"><title>%s</title><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
                        .formatted(WIDTH, HEIGHT, escaped(title)));
        parts.add(text(LEFT, 20, "start", title + " (" + unit + ")"));
        for (var size : sizes()) {
            parts.add(line(across.at(size), TOP, across.at(size), HEIGHT - BOTTOM, "#ddd"));
            parts.add(text(across.at(size), HEIGHT - BOTTOM + 20, "middle", "%,d".formatted(size)));
        }
        for (var mark : up.marks()) {
            parts.add(line(LEFT, up.at(mark), WIDTH - RIGHT, up.at(mark), "#ddd"));
            parts.add(text(
                    LEFT - 8, up.at(mark) + 4, "end", mark < 10 ? "%.2f".formatted(mark) : "%,.0f".formatted(mark)));
        }
        var number = 0;
        for (var side : sides.entrySet()) {
            parts.add(curve(side.getKey(), side.getValue(), across, up, COLOURS.get(number++ % COLOURS.size())));
        }
        return String.join("\n", parts) + "\n</svg>\n";
    }

    private static String curve(String side, SortedMap<Integer, Double> points, Axis across, Axis up, String colour) {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        points.forEach((size, figure) -> {
            var x = across.at(size);
            var y = up.at(figure);
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(x))
                    .append(' ')
                    .append(number(y));
            dots.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>".formatted(number(x), number(y), colour));
        });
        var last = points.lastKey();
        return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%s%s"
                .formatted(path, colour, dots, text(across.at(last) + 10, up.at(points.get(last)) + 4, "start", side));
    }

    private static String line(double fromX, double fromY, double toX, double toY, String colour) {
        return "<path d=\"M%s %sL%s %s\" stroke=\"%s\"/>"
                .formatted(number(fromX), number(fromY), number(toX), number(toY), colour);
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, escaped(words));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A logarithmic scale from one value to another, laid on pixels. */
    private record Axis(double least, double most, double start, double end) {

        double at(double value) {
            var span = Math.log(most / least);
            return span == 0 ? (start + end) / 2 : start + (end - start) * Math.log(value / least) / span;
        }

        /** Both ends, and the powers of ten in between. */
        List<Double> marks() {
            var marks = new ArrayList<Double>();
            marks.add(least);
            for (var power = Math.pow(10, Math.ceil(Math.log10(least * 1.5))); power * 1.5 < most; power *= 10) {
                marks.add(power);
            }
            if (most > least) {
                marks.add(most);
            }
            return marks;
        }
    }
}
