package org.casebridge.interop.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.casebridge.console.Problem;

/** Opens files, compressed by gzip or not (told by their first bytes, not by their name), and makes text of them. */
public final class Bytes {

    /** A file that is read as a whole; larger ones should be split, or be NDJSON, which is read line by line. */
    public static final int MOST = 256 * 1024 * 1024;

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char BOM = '\uFEFF';

    private Bytes() {}

    public static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    /** The whole text: UTF-8 with or without its mark, or else as Windows (and Latin-1) writes western letters. */
    public static String text(Path file, String name) {
        try (var in = open(file)) {
            var bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new Faulty(Problem.in(name, "This file is larger than %d MB. Split it and bring in the parts.".formatted(MOST >> 20)));
            }
            return text(bytes);
        } catch (ZipException | java.io.EOFException broken) {
            throw new Faulty(Problem.in(name, "This gzip file is damaged or cut off."));
        } catch (IOException unreadable) {
            throw new Faulty(Problem.in(name, "This file cannot be read: " + unreadable.getMessage() + "."));
        }
    }

    public static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        } catch (CharacterCodingException western) {
            return new String(bytes, WESTERN);
        }
    }

}
