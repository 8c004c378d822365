package org.casebridge.consent;

import casebridge.pages.Templates;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A release as a PDF file: the page to print, on paper of its own. It reads nothing but what it is given: no link, picture or style is fetched from anywhere. */
@Component
class PdfEnvelope implements Envelope {

    private static final Pattern NOT_XML = Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String STYLE = """
            <style>
            @page { size: letter; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: Paper; font-size: 8pt; } }
            body { font-family: Paper; font-size: 10pt; line-height: 1.35; color: #1d2733; }
            h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 12pt 0 3pt; border-bottom: 1pt solid #c8c4bb; } h3 { font-size: 10pt; margin: 6pt 0 0; }
            p { margin: 2pt 0; white-space: pre-wrap; } dt { color: #54606e; } dd { margin: 0 0 3pt 0; } .next-page { page-break-before: always; } svg { display: block; width: 110mm; margin: 4pt 0; } svg.wheel { width: 62mm; } ol, ul { margin: 2pt 0; } table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; border-bottom: 0.5pt solid #c8c4bb; padding: 2pt 4pt 2pt 0; } .large-print { font-size: 16pt; } .two-languages main > div { page-break-after: always; } .letter-notice { border: 1pt solid #1d2733; padding: 5pt; margin: 6pt 0; }
            </style>
            """;

    static {
        com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
    }

    private final Templates pages;

    PdfEnvelope(Templates pages) {
        this.pages = pages;
    }

    @Override
    public Way way() { return Way.PDF; }

    @Override
    public String type() { return "application/pdf"; }

    @Override
    public String ending() { return "pdf"; }

    @Override
    public byte[] write(List<Released> parts) {
        return paper(pages.consentPaper(Released.whole(parts), null).render());
    }

    /** Of a whole page of well-formed XHTML. */
    static byte[] paper(String page) {
        return paper(page, false);
    }

    /** {@code tagged}: with the structure that a screen reader reads, as PDF/UA-1 asks (ISO 14289-1); the page needs a language, a title and a description. */
    static byte[] paper(String page, boolean tagged) {
        var html = NOT_XML.matcher(page).replaceAll(" ").replace("</head>", STYLE + "</head>");
        try (var bytes = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.useFont(PdfEnvelope::font, "Paper");
            builder.useUriResolver((_, _) -> null);
            builder.useSVGDrawer(new PdfPictures());
            builder.usePdfUaAccessibility(tagged);
            builder.withHtmlContent(html, null);
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Liberation Sans, which PDFBox brings: Latin, Greek and Cyrillic. */
    static InputStream font() {
        return java.util.Objects.requireNonNull(PdfEnvelope.class.getResourceAsStream(FONT), "PDFBox without its font");
    }
}
