package fr.allervers.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * PDF/A-2b from Thymeleaf templates, with the font inside. A template is well-formed XHTML ({@code <br/>}) with its style in
 * a {@code <style>} element; the renderer knows CSS 2.1 and page rules, neither flex nor grid, and loads nothing from
 * outside: pictures stand in the template itself, as {@code data:image/}. Families: {@code Atkinson}, then {@code AtkinsonExt} for the letters beyond Western Europe.
 */
@Component
public class PdfDocuments {

    private final ITemplateEngine templates;

    PdfDocuments(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The template filled with the model, in French. */
    public byte[] render(String thymeleafTemplate, Map<String, Object> model) {
        return toPdf(templates.process(thymeleafTemplate, new Context(Locale.FRENCH, model)));
    }

    private static byte[] toPdf(String xhtml) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
        font(builder, "latin", "Atkinson", 400);
        font(builder, "latin", "Atkinson", 700);
        font(builder, "latin-ext", "AtkinsonExt", 400);
        font(builder, "latin-ext", "AtkinsonExt", 700);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("No PDF", e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String subset, String family, int weight) {
        builder.useFont(
                () -> open("fonts/atkinson-hyperlegible-next-" + subset + "-" + weight + ".ttf"),
                family,
                weight,
                FontStyle.NORMAL,
                true);
    }

    private static InputStream open(String path) {
        try {
            return new ClassPathResource(path).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("The font is missing: " + path, e);
        }
    }
}
