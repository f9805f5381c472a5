package fr.allervers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.testing.ApplicationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ApplicationTest
class DocumentStoreTest {

    @Autowired
    DocumentStore documents;

    @Value("${allervers.documents.folder}")
    Path folder;

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsStoredIsGivenBackUnderItsPlainName() throws IOException {
        var stored = documents.store("C:\\dossiers\\état\n.txt", "text/plain", text("bonjour"), "ines");
        assertThat(stored.name()).isEqualTo("état.txt");
        assertThat(stored.size()).isEqualTo(7);
        assertThat(stored.sha256()).isEqualTo("2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18");
        try (var content = documents.open(stored.id())) {
            assertThat(content).hasBinaryContent("bonjour".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theSameContentTwiceIsKeptOnce() {
        var one = documents.store("a.txt", "text/plain", text("deux fois"), "ines");
        var other = documents.store("b.txt", "text/plain", text("deux fois"), "ines");
        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(other.sha256()).isEqualTo(one.sha256());
    }

    @Test
    void aContentThatBreaksOffLeavesNothing() throws IOException {
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
        assertThatThrownBy(() -> documents.store("x", "text/plain", broken, "ines"))
                .hasRootCauseMessage("the line went dead");
        try (var incoming = Files.list(folder.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> documents.open(-1)).isInstanceOf(UnknownFile.class);
    }
}
