package fr.allervers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @Test
    void theFirstBytesTell() {
        assertThat(FileType.of(bytes("%PDF-1.7"))).contains(FileType.PDF);
        assertThat(FileType.of(bytes("\u00FF\u00D8\u00FF\u00E0abcd"))).contains(FileType.JPEG);
        assertThat(FileType.of(bytes("\u0089PNG\r\n\u001A\n"))).contains(FileType.PNG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF",
                " %PDF-1.7",
                "<html>%PDF-",
                "MZ\u0090",
                "PK\u0003\u0004",
                "\u0089PNG\r\n\u001A",
                "<svg xml"
            })
    void whatIsNotOneOfOursIsNone(String start) {
        assertThat(FileType.of(bytes(start))).isEmpty();
    }

    @Test
    void aNameGetsTheExtensionOfWhatIsInside() {
        assertThat(FileType.PDF.named("devis.pdf")).isEqualTo("devis.pdf");
        assertThat(FileType.PDF.named("DEVIS.PDF")).isEqualTo("DEVIS.PDF");
        assertThat(FileType.PDF.named("page.html")).isEqualTo("page.html.pdf");
        assertThat(FileType.JPEG.named("photo.jpeg")).isEqualTo("photo.jpeg");
        assertThat(FileType.PNG.named("photo")).isEqualTo("photo.png");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
