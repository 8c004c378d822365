package org.casebridge.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.Tika;
import org.casebridge.kernel.Refused;

/**
 * A file that was looked into: what it really is, whatever its name or sender says, and the bytes to keep. Pictures are painted anew, so that neither hidden
 * data nor the place where they were taken stays in them; text is kept as UTF-8; of a PDF it is only made sure that it is nothing else besides.
 */
public record Inspected(FileKind kind, byte[] bytes) {

    /** A scanned letter of many pages has a few megabytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Tika TIKA = new Tika();
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARCHIVE_END = {'P', 'K', 5, 6};
    /** The end of a ZIP archive lies in its last 22 bytes and a comment of at most 65,535 (PKWARE APPNOTE 4.3.16). */
    private static final int ARCHIVE_TAIL = 65_557;

    /** Refuses what the record does not hold, beside the field {@code file}. */
    static Inspected of(String name, byte[] file) {
        if (file.length == 0) {
            throw refused("This file is empty.");
        }
        if (file.length > LARGEST) {
            throw refused("This file is too large. Keep it to {most} MB: scan in grey, or send the pages one by one.", LARGEST / 1024 / 1024);
        }
        var type = TIKA.detect(file);
        var kind = FileKind.of(type).orElseThrow(() -> unwelcome(type));
        if (!kind.fits(ending(name))) {
            throw refused("This file is called .{ending}, but it is: {kind}. Look at what it is before you keep it.", ending(name), kind);
        }
        return new Inspected(kind, switch (kind) {
            case JPEG, PNG -> Picture.anew(kind, file);
            case TEXT -> text(file);
            case PDF -> pdf(file);
        });
    }

    private static byte[] pdf(byte[] file) {
        if (!Arrays.equals(Arrays.copyOf(file, PDF.length), PDF)) {
            throw refused("This is no clean PDF: something stands before its beginning. Print it to a new PDF.");
        }
        for (int i = Math.max(0, file.length - ARCHIVE_TAIL); i <= file.length - ARCHIVE_END.length; i++) {
            if (Arrays.equals(file, i, i + ARCHIVE_END.length, ARCHIVE_END, 0, ARCHIVE_END.length)) {
                throw refused("This PDF hides a packed file. Print it to a new PDF.");
            }
        }
        return file;
    }

    /** UTF-8, UTF-16 by its mark, else Latin-1, as older programs write it. */
    private static byte[] text(byte[] file) {
        String text;
        if (file.length > 1 && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF || file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)) {
            text = new String(file, StandardCharsets.UTF_16);
        } else {
            try {
                text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            } catch (CharacterCodingException older) {
                text = new String(file, StandardCharsets.ISO_8859_1);
            }
        }
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static Refused unwelcome(String type) {
        if (type.contains("zip") || type.contains("rar") || type.contains("7z") || type.contains("tar") || type.contains("compress") || type.contains("bzip")) {
            return refused("This is a packed file or an office file. Unpack it, or print it to a PDF, and add what is in it.");
        }
        if (type.contains("html") || type.contains("svg") || type.contains("xml") || type.contains("javascript")) {
            return refused("This is a page or a drawing that can carry programs. Print it to a PDF.");
        }
        return refused("The record holds PDF, JPEG and PNG pictures, and plain text. This is something else ({type}): print it to a PDF.", type);
    }

    /** In lower case, without the dot; empty when the name has none. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot == name.length() - 1 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    static Refused refused(String sentence, Object... values) {
        return Refused.invalid(sentence, values).at("file");
    }
}
