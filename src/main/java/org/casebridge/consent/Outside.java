package org.casebridge.consent;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * What somebody outside gets: a file or a page, made from a {@link Released} and from nothing else. Handlers that answer to a partner, and all that hand out files,
 * return one of these; a test holds every handler to it.
 */
public final class Outside implements View {

    private final View content;

    private Outside(View content) {
        this.content = content;
    }

    /** A file to keep. Its name tells nothing about whom it is. */
    public static Outside file(Released released, Envelope envelope) {
        return new Outside(attachment(envelope.write(List.of(released)), envelope, released));
    }

    /** A long export, part by part: each part was let go by the consents as they stood when its turn came. */
    public static Outside export(Disclosures disclosures, ClientId client, Release release, Envelope envelope) {
        var parts = new ArrayList<Released>();
        disclosures.export(client, release, parts::add);
        return new Outside(attachment(envelope.write(parts), envelope, parts.getFirst()));
    }

    /** A page about one client, in this language. */
    public static Outside page(Released released, Locale language, JteModel page) {
        return new Outside(new Page(HttpStatus.OK, page, language));
    }

    /** The same page as a PDF file, in this language; it has to be well-formed XHTML. */
    public static Outside paper(Released released, Locale language, JteModel page) {
        var name = "record-%s.pdf".formatted(LocalDate.ofInstant(released.at(), ZoneOffset.UTC));
        var bytes = Say.<byte[], RuntimeException>in(language, () -> PdfEnvelope.paper(page.render()));
        return new Outside((_, _, response) -> write(response, bytes, "application/pdf", name));
    }

    /** {@link #paper} as PDF/UA, for whoever reads with a screen reader; the page has a title, a language and a description. */
    public static Outside accessible(Released released, Locale language, JteModel page) {
        var name = "record-%s.pdf".formatted(LocalDate.ofInstant(released.at(), ZoneOffset.UTC));
        var bytes = Say.<byte[], RuntimeException>in(language, () -> PdfEnvelope.paper(page.render(), true));
        return new Outside((_, _, response) -> write(response, bytes, "application/pdf", name));
    }

    /** A page about several, or about none: the page is told which rows it may show. */
    public static Outside rows(Collection<Released> released, HttpStatus status, java.util.function.Function<Predicate<UUID>, JteModel> page) {
        var let = released.stream().flatMap(it -> it.pieces().stream()).map(Piece::row).collect(Collectors.toSet());
        return new Outside(new Page(status, page.apply(let::contains)));
    }

    /** On to another page: nothing about anybody. */
    public static Outside at(String url) {
        return new Outside(Page.at(url));
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        content.render(model, request, response);
    }

    private static View attachment(byte[] bytes, Envelope envelope, Released released) {
        var name = "record-%s.%s".formatted(LocalDate.ofInstant(released.at(), ZoneOffset.UTC), envelope.ending());
        return (_, _, response) -> write(response, bytes, envelope.type(), name);
    }

    private static void write(HttpServletResponse response, byte[] bytes, String type, String name) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
