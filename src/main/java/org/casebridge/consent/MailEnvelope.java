package org.casebridge.consent;

import static org.casebridge.web.Say.say;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A release as an e-mail that is not sent yet (RFC 5322, RFC 2045): the agency's own mail program opens it, with the PDF file in it. Casebridge sends no mail itself, so nothing here decides how it is sealed on its way.
 * Subject and text name nobody; the notice of 42 CFR 2.32 and the scope of the consent stand in the text and in the file.
 */
@Component
class MailEnvelope implements Envelope {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final PdfEnvelope pdf;

    MailEnvelope(PdfEnvelope pdf) {
        this.pdf = pdf;
    }

    @Override
    public Way way() { return Way.EMAIL; }

    @Override
    public String type() { return "message/rfc822"; }

    @Override
    public String ending() { return "eml"; }

    @Override
    public byte[] write(List<Released> parts) {
        var whole = Released.whole(parts);
        var name = "record-%s.pdf".formatted(LocalDate.ofInstant(whole.at(), ZoneOffset.UTC));
        var line = "casebridge-" + whole.id().text();
        return """
                X-Unsent: 1
                MIME-Version: 1.0
                Subject: %s
                Content-Type: multipart/mixed; boundary="%2$s"

                --%2$s
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                %3$s
                --%2$s
                Content-Type: application/pdf; name="%4$s"
                Content-Disposition: attachment; filename="%4$s"
                Content-Transfer-Encoding: base64

                %5$s
                --%2$s--
                """.formatted(word(say("A record that was shared with you")), line, encoded(text(whole).getBytes(StandardCharsets.UTF_8)), name, encoded(pdf.write(parts)))
                .replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Released whole) {
        return Stream.concat(Stream.of(say("What was agreed to be shared is in the file that comes with this message. If it is not for you, delete it and tell us.")),
                Stream.concat(whole.part2() ? Stream.of(Released.NOTICE) : Stream.empty(), whole.consents().stream().map(ScopeWords::of))).collect(java.util.stream.Collectors.joining("\r\n\r\n"));
    }

    /** A header holds ASCII only: RFC 2047. */
    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String encoded(byte[] bytes) {
        return LINES.encodeToString(bytes);
    }
}
