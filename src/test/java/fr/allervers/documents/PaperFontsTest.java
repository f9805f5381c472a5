package fr.allervers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** PDF/A knows no font but those inside it: a paper that names none is blank. */
class PaperFontsTest {

    @Test
    void everyPaperNamesTheFontThatItCarries() throws IOException {
        try (var templates = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            var papers = templates
                    .filter(Files::isRegularFile)
                    .filter(PaperFontsTest::isPaper)
                    .toList();
            assertThat(papers).hasSizeGreaterThan(10).allSatisfy(paper -> assertThat(paper)
                    .content()
                    .containsPattern("body \\{[^}]*font-family: Atkinson, AtkinsonExt"));
        }
    }

    private static boolean isPaper(Path template) {
        try {
            return Files.readString(template).contains("@page");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
