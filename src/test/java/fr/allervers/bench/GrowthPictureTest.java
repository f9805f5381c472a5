package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class GrowthPictureTest {

    private static final Pattern DOT = Pattern.compile("cx=\"([\\d.]+)\" cy=\"([\\d.]+)\"");

    private static List<double[]> dots(String svg) {
        var dots = new ArrayList<double[]>();
        DOT.matcher(svg)
                .results()
                .forEach(dot ->
                        dots.add(new double[] {Double.parseDouble(dot.group(1)), Double.parseDouble(dot.group(2))}));
        return dots;
    }

    @Test
    void linearGrowthIsAStraightLineAndNoGrowthALevelOne() throws Exception {
        var svg = new GrowthPicture("Import <de> & plus", "ms")
                .point("ours", 100, 2)
                .point("ours", 1, 2)
                .point("ours", 10, 2)
                .point("peer", 1, 2)
                .point("peer", 10, 20)
                .point("peer", 100, 200)
                .svg();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var dots = dots(svg);
        assertThat(dots).hasSize(6);
        assertThat(dots.get(0)[1]).isEqualTo(dots.get(1)[1]).isEqualTo(dots.get(2)[1]);
        assertThat(dots.get(4)[0] - dots.get(3)[0]).isEqualTo(dots.get(5)[0] - dots.get(4)[0]);
        assertThat(dots.get(4)[1] - dots.get(3)[1])
                .isEqualTo(dots.get(5)[1] - dots.get(4)[1])
                .isNegative();
        assertThat(svg).contains(">ours<", ">peer<", "Import &lt;de> &amp; plus (ms)");
    }

    @Test
    void oneSizeIsNoCurveAndOneFigureFillsItsPicture() {
        assertThat(new GrowthPicture("a", "ms").point("ours", 10, 3).isWorthDrawing())
                .isFalse();
        var level = new GrowthPicture("a", "ms").point("ours", 10, 3).point("ours", 20, 3);
        assertThat(level.isWorthDrawing()).isTrue();
        assertThat(level.svg()).doesNotContain("NaN", "Infinity");
    }
}
