package fr.allervers.testing;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What somebody reads in a PDF. */
public final class PdfText {

    private PdfText() {}

    /** Its words on one line, with single spaces: where lines break is the layout's matter. */
    public static String of(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }
}
