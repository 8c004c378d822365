package org.casebridge.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Papers of a record: what is kept, how it is handed out, and hostile files. */
@PageTest
class DocumentPagesTest {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(UTF_8);
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    @Autowired Town town;
    @Autowired MockMvcTester browser;
    @Autowired Documents documents;

    private ClientId client;

    @BeforeEach
    void jerome() {
        client = town.openCase("Jerome Asante").clientId();
    }

    @Test
    void a_paper_is_added_told_and_handed_out_as_a_file_that_opens_nothing() {
        assertThat(send(town.rosa(), "notice_to_quit.pdf", PDF)).hasStatus(303);

        var kept = only();
        assertThat(kept.title()).isEqualTo("notice to quit");
        assertThat(town.get(town.rosa(), at())).hasStatusOk().bodyText().contains("notice to quit", "Housing", "Save the file", "Add a document");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Document added: notice to quit");
        var file = town.get(town.rosa(), kept.path() + "/file");
        assertThat(file).hasStatusOk().hasHeader("Content-Type", "application/pdf").hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;").contains("notice");
        assertThat(file.getResponse().getHeaders("Content-Security-Policy")).singleElement().asString().contains("sandbox", "default-src 'none'");
        assertThat(file.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(PDF);
    }

    @Test
    void a_signed_paper_is_scanned_from_its_consent_and_stands_with_it() {
        var form = new ArrayList<>(List.of("parts", "PLAN", "classes", "GENERAL", "described", "My plan", "discloser", "Eastside", "kind", "ORGANIZATION", "recipient", "Harbor Clinic", "purposes", "TREATMENT",
                "startsOn", Town.today().toString(), "expiresOn", Town.today().plusYears(1).toString(), "revokeHow", "Tell us", "refusalMeans", "Nothing", "mayPassOn", "true", "signature", "PAPER", "paperKept", "Safe 2",
                "signer", "CLIENT", "signedBy", "Jerome Asante", "signedOn", Town.today().toString(), "language", "en"));
        var consent = town.post(town.rosa(), "/clients/" + client.text() + "/consents", form.toArray(String[]::new)).getResponse().getRedirectedUrl();
        var key = consent.replaceAll(".*/", "");
        assertThat(town.get(town.rosa(), consent)).bodyText().contains("It is not in the record yet", "/documents?consent=" + key + "#add");
        assertThat(town.get(town.rosa(), at() + "?consent=" + key)).bodyText().contains("<option value=\"" + key + "\" selected>Harbor Clinic, signed on");

        assertThat(send(town.rosa(), "signed.pdf", PDF, "consent", key)).hasStatus(303).hasRedirectedUrl(consent);
        assertThat(town.get(town.rosa(), consent)).bodyText().contains("signed</a>", "Add another page of it").doesNotContain("It is not in the record yet");
        assertThat(town.get(town.rosa(), only().path())).bodyText().contains("href=\"" + consent + "\"");

        var other = client;
        client = town.openCase("Grace Obi").clientId();
        assertThat(send(town.rosa(), "theirs.pdf", PDF, "consent", key)).hasStatus(422).bodyText().contains("Choose from the consents offered.");
        assertThat(send(town.rosa(), "nobodys.pdf", PDF, "consent", java.util.UUID.randomUUID().toString())).hasStatus(422);
        assertThat(town.as(town.rosa(), () -> documents.of(client))).isEmpty();
        client = other;
        assertThat(town.post(town.rosa(), only().path() + "/striking", "reason", "Another's")).hasStatus(303);
        assertThat(town.get(town.rosa(), consent)).bodyText().contains("It is not in the record yet");
    }

    @Test
    void who_may_not_see_the_record_gets_no_paper_of_it() {
        send(town.rosa(), "notice.pdf", PDF);
        var kept = only();
        for (var path : List.of(at(), kept.path(), kept.path() + "/file")) {
            assertThat(town.get(town.sam(), path)).as(path).hasStatus(404);
            assertThat(town.get(town.priya(), path)).as(path).hasStatus(403);
            assertThat(town.get(town.adam(), path)).as(path).hasStatus(403);
            assertThat(town.get(town.paul(), path)).as(path).hasStatus(403);
        }
        assertThat(send(town.sam(), "mine.pdf", PDF)).hasStatus(404);
        assertThat(send(town.adam(), "mine.pdf", PDF)).hasStatus(403);
        var other = town.openCase("Grace Obi").clientId();
        assertThat(town.get(town.rosa(), "/clients/" + other.text() + "/documents/" + kept.id().text() + "/file")).hasStatus(404);
        assertThat(town.post(town.rosa(), "/clients/" + other.text() + "/documents/" + kept.id().text() + "/striking", "reason", "mine")).hasStatus(404);
    }

    @Test
    void what_does_not_belong_here_is_taken_out_with_a_reason_and_is_handed_out_no_more() {
        send(town.rosa(), "notice.pdf", PDF);
        var kept = only();
        assertThat(town.post(town.rosa(), kept.path() + "/striking", "reason", " ")).hasStatus(422).bodyText().contains("Say why it does not belong here.");
        assertThat(town.post(town.rosa(), kept.path() + "/striking", "reason", "It is <b>Grace's</b>")).hasStatus(303);
        assertThat(town.get(town.rosa(), kept.path() + "/file")).hasStatus(409);
        assertThat(town.get(town.rosa(), at())).bodyText().contains("taken out: It is &lt;b&gt;Grace").doesNotContain(kept.path() + "/file");
        assertThat(town.post(town.rosa(), kept.path() + "/striking", "reason", "again")).hasStatus(422);
        assertThat(send(town.rosa(), "notice.pdf", PDF)).hasStatus(303);
    }

    /** The kinds that the goal S14 names, sixty and more. */
    @Test
    void hostile_files_are_refused_beside_the_field_and_nothing_is_kept() throws IOException {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(60);
        hostile().forEach((name, bytes) -> {
            var answer = send(town.rosa(), name, bytes);
            assertThat(answer).as(name).hasStatus(422);
            assertThat(answer).as(name).bodyText().contains("file-problem", "Choose the file once more");
        });
        assertThat(town.as(town.rosa(), () -> documents.of(client))).isEmpty();
    }

    @Test
    void a_form_without_a_file_or_without_its_subject_comes_back_filled() {
        var answer = browser.post().uri(at()).multipart().cookie(town.cookie(town.rosa())).with(csrf()).param("title", "My <i>title</i>").exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("Choose a file.", "Choose what it is about.", "My &lt;i>title".substring(0, 7));
        assertThat(send(town.rosa(), "x.txt", "x".getBytes(UTF_8), "title", "t".repeat(201))).hasStatus(422);
        assertThat(send(town.rosa(), "x.txt", "x".getBytes(UTF_8), "title", "a\0b")).hasStatus(422);
    }

    @Test
    void where_a_photo_was_taken_is_not_kept_and_it_stands_upright() throws IOException {
        var photo = withExif(picture("jpg", 40, 20), 6);
        assertThat(new String(photo, java.nio.charset.StandardCharsets.ISO_8859_1)).contains("GPS 40.7128");
        assertThat(send(town.rosa(), "IMG_0001.JPG", photo)).hasStatus(303);

        var kept = file();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        var shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(20, 40);
    }

    @Test
    void what_hides_behind_a_picture_is_painted_over() throws IOException {
        var polyglot = join(picture("png", 30, 30), zip("evil.sh", "rm -rf"));
        assertThat(send(town.rosa(), "picture.png", polyglot)).hasStatus(303);
        assertThat(new String(file(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("evil.sh");
    }

    @Test
    void names_lead_nowhere_and_text_stays_text() {
        assertThat(send(town.rosa(), "..\\..\\/etc/pass\u202Ewd\u0007.txt", "\uFEFFSeñora <script>alert(1)</script>".getBytes(UTF_8))).hasStatus(303);
        assertThat(only().title()).isEqualTo("passwd");
        var answer = town.get(town.rosa(), only().path() + "/file");
        assertThat(answer.getResponse().getContentType()).startsWith("text/plain");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;").doesNotContain("..", "/etc");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), UTF_8)).isEqualTo("Señora <script>alert(1)</script>");
        for (var name : List.of("n".repeat(5000) + ".txt", "con.txt", "a\r\nSet-Cookie: x=1.txt", "\"; filename=evil.html; x=\".txt", "%00.txt", "\uFF0E\uFF0E\uFF0Fetc.txt")) {
            assertThat(send(town.rosa(), name, ("of " + name).getBytes(UTF_8)).getResponse().getStatus()).as(name).isIn(303, 422);
        }
        for (var kept : town.as(town.rosa(), () -> documents.of(client))) {
            var file = town.get(town.rosa(), kept.path() + "/file").getResponse();
            assertThat(kept.title().length()).isLessThanOrEqualTo(200);
            assertThat(file.getHeaders("Content-Disposition")).singleElement().asString().doesNotContain("../")
                    .matches("attachment; filename=\"[^\"\\r\\n]*\"(; filename\\*=UTF-8''[^ ;\"]*)?");
            assertThat(file.getHeader("Set-Cookie")).isNull();
        }
    }

    @Test
    void the_same_file_is_not_kept_twice() {
        send(town.rosa(), "a.pdf", PDF, "title", "Lease");
        assertThat(send(town.rosa(), "b.pdf", PDF)).hasStatus(422).bodyText().contains("in the record already: Lease");
    }

    private static Map<String, byte[]> hostile() throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("page.html", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8));
        all.put("page.txt", "<html><body onload=alert(1)></body></html>".getBytes(UTF_8));
        all.put("drawing.svg", SVG.getBytes(UTF_8));
        all.put("drawing.png", ("<?xml version=\"1.0\"?>" + SVG).getBytes(UTF_8));
        all.put("xxe.txt", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>".getBytes(UTF_8));
        all.put("packed.zip", zip("a.txt", "hello"));
        all.put("slip.zip", zip("../../../../etc/cron.d/evil", "* * * * *"));
        all.put("letter.docx", zip("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]>"));
        all.put("macro.pdf", zip("word/vbaProject.bin", "macro"));
        all.put("bomb.zip", zip("zeros", "0".repeat(5_000_000)));
        all.put("bomb.gz", gzip("0".repeat(5_000_000)));
        all.put("seven.7z", new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4});
        all.put("rar.rar", join("Rar!\u001A\u0007".getBytes(UTF_8), new byte[] {0, 0, 0}));
        all.put("old.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0});
        all.put("program.exe", join("MZ".getBytes(UTF_8), new byte[100]));
        all.put("program.pdf", join(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, new byte[100]));
        all.put("script.sh", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8));
        all.put("page.php", "<?php system($_GET['c']); ?>".getBytes(UTF_8));
        all.put("moving.gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(UTF_8));
        all.put("wrong.pdf", picture("png", 10, 10));
        all.put("wrong.png", PDF);
        all.put("wrong.jpg", "only words".getBytes(UTF_8));
        all.put("words.html", "only words".getBytes(UTF_8));
        all.put("before.pdf", join("GIF89a;".getBytes(UTF_8), PDF));
        all.put("polyglot.pdf", join(PDF, zip("evil.jar", "class")));
        all.put("huge.png", hugePng(50_000, 50_000));
        all.put("broken.png", java.util.Arrays.copyOf(picture("png", 40, 40), 60));
        all.put("broken.jpg", java.util.Arrays.copyOf(picture("jpg", 40, 40), 200));
        all.put("nul.txt", new byte[] {'a', 0, 'b', 0, 0, 0});
        all.put("empty.txt", new byte[0]);
        // EICAR's test string, in two parts so that no scanner takes this source for a find.
        all.put("eicar.com", ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").getBytes(UTF_8));
        all.put("eicar.zip", zip("eicar.com", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"));
        all.put("link.zip", linkZip());
        all.put("nested.zip", zipOf("inner.zip", zip("a.txt", "a".repeat(1000))));
        all.put("archive.tar", tar("../../etc/passwd"));
        all.put("archive.bz2", "BZh91AY&SY".getBytes(UTF_8));
        all.put("archive.xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4});
        all.put("sheet.xlsx", zip("xl/workbook.xml", "<workbook/>"));
        all.put("macros.docm", zip("word/vbaProject.bin", "macro"));
        all.put("text.odt", zip("mimetype", "application/vnd.oasis.opendocument.text"));
        all.put("letter.rtf", "{\\rtf1\\ansi{\\object\\objdata 0105}}".getBytes(UTF_8));
        all.put("app.jar", zip("META-INF/MANIFEST.MF", "Main-Class: Evil"));
        all.put("app.class", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65});
        all.put("page.xhtml", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>".getBytes(UTF_8));
        all.put("page.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<script>alert(1)</script>\n--x--\n".getBytes(UTF_8));
        all.put("style.xsl", "<?xml version=\"1.0\"?><xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>".getBytes(UTF_8));
        all.put("laughs.xml", "<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><z>&b;</z>".getBytes(UTF_8));
        all.put("fetch.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"http://169.254.169.254/\"/></svg>".getBytes(UTF_8));
        all.put("packed.svgz", gzip(SVG));
        all.put("script.js", "alert(document.cookie)".getBytes(UTF_8));
        all.put("script.bat", "@echo off\r\ndel /s c:\\".getBytes(UTF_8));
        all.put("script.ps1", "Remove-Item -Recurse /".getBytes(UTF_8));
        all.put("page.jsp", "<% Runtime.getRuntime().exec(request.getParameter(\"c\")); %>".getBytes(UTF_8));
        all.put("link.lnk", new byte[] {0x4C, 0, 0, 0, 1, 20, 2, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0});
        all.put("picture.webp", join("RIFF".getBytes(UTF_8), new byte[] {26, 0, 0, 0}, "WEBPVP8L".getBytes(UTF_8), new byte[14]));
        all.put("picture.bmp", join("BM".getBytes(UTF_8), new byte[60]));
        all.put("picture.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0});
        all.put("picture.ico", new byte[] {0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0});
        all.put("film.mp4", join(new byte[] {0, 0, 0, 24}, "ftypmp42".getBytes(UTF_8), new byte[12]));
        all.put("sound.mp3", join("ID3".getBytes(UTF_8), new byte[] {3, 0, 0, 0, 0, 0, 0}));
        all.put("database.sqlite", join("SQLite format 3\0".getBytes(UTF_8), new byte[84]));
        all.put("sides.png", hugePng(2_000_000_000, 1));
        all.put("none.png", hugePng(0, 0));
        all.put("script.png", "#!/bin/sh\necho\n".getBytes(UTF_8));
        all.put("paper.pdf.exe", join("MZ".getBytes(UTF_8), new byte[200]));
        all.put("paper.pdf.html", PDF);
        all.put("picture.svg", picture("png", 10, 10));
        all.put("postscript.ps", "%!PS-Adobe-3.0\n(%pipe%id) (r) file\n".getBytes(UTF_8));
        all.put("large.txt", "a".repeat(Inspected.LARGEST + 1).getBytes(UTF_8));
        return all;
    }

    private Document only() {
        var all = town.as(town.rosa(), () -> documents.of(client));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private byte[] file() {
        return town.get(town.rosa(), only().path() + "/file").getResponse().getContentAsByteArray();
    }

    private MvcTestResult send(Actor who, String name, byte[] bytes, String... more) {
        var fields = new ArrayList<>(List.of("about", "HOUSING"));
        fields.addAll(List.of(more));
        var request = browser.post().uri(at()).multipart().file(new MockMultipartFile("file", name, "application/pdf", bytes)).cookie(town.cookie(who)).with(csrf());
        for (int i = 0; i < fields.size(); i += 2) {
            request = request.param(fields.get(i), fields.get(i + 1));
        }
        return request.exchange();
    }

    private String at() {
        return "/clients/" + client.text() + "/documents";
    }

    private static byte[] picture(String format, int wide, int high) throws IOException {
        var written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB), format, written);
        return written.toByteArray();
    }

    /** A JPEG whose Exif part says which side is up, and a place in plain words behind it. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var words = "GPS 40.7128 N 74.0060 W".getBytes(UTF_8);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + words.length);
        exif.put("Exif\0\0".getBytes(UTF_8)).put("MM".getBytes(UTF_8)).putShort((short) 42).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).put(words);
        var part = ByteBuffer.allocate(4 + exif.capacity()).putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2)).put(exif.array()).array();
        return join(java.util.Arrays.copyOf(jpeg, 2), part, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A picture of a few bytes that says it is enormous. */
    private static byte[] hugePng(int wide, int high) {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(UTF_8)).putInt(wide).putInt(high).put(new byte[] {8, 2, 0, 0, 0}).array();
        var sum = new CRC32();
        sum.update(header);
        return join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, ByteBuffer.allocate(4).putInt(13).array(), header, ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] zip(String name, String text) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(written)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(UTF_8));
        }
        return written.toByteArray();
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(written)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return written.toByteArray();
    }

    /** An archive whose entry says in its attributes that it is a link (S_IFLNK in the upper half of the external attributes, APPNOTE 4.4.15). */
    private static byte[] linkZip() throws IOException {
        var zip = zip("link", "/etc/passwd");
        for (int i = 0; i < zip.length - 46; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 5] = 3;
                zip[i + 41] = (byte) 0xA1;
            }
        }
        return zip;
    }

    private static byte[] tar(String name) {
        var header = java.util.Arrays.copyOf(name.getBytes(UTF_8), 512);
        System.arraycopy("ustar\00000".getBytes(UTF_8), 0, header, 257, 8);
        return join(header, new byte[1024]);
    }

    private static byte[] gzip(String text) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(written)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return written.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
