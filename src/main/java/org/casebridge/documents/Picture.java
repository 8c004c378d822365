package org.casebridge.documents;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints pictures anew, upright, and no larger than is needed to read a page. */
final class Picture {

    /** More than any camera takes; a picture that says it is larger is made to fill a server's memory. */
    private static final long MOST_PIXELS = 100_000_000;
    private static final int LONGEST_SIDE = 30_000;
    /** An A4 page at 300 dots an inch has 8.7 million. */
    private static final long KEPT_PIXELS = 9_000_000;
    /** Painting takes memory, so no more than two at a time. */
    private static final Semaphore TURNS = new Semaphore(2);

    private Picture() {}

    static byte[] anew(FileKind kind, byte[] file) {
        TURNS.acquireUninterruptibly();
        try {
            return write(kind, upright(read(kind, file), kind == FileKind.JPEG ? Orientation.of(file) : 1));
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof org.casebridge.kernel.Refused refused) {
                throw refused;
            }
            throw Inspected.refused("This picture cannot be read. Save it again as JPEG or PNG.");
        } finally {
            TURNS.release();
        }
    }

    private static BufferedImage read(FileKind kind, byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            long wide = reader.getWidth(0);
            long high = reader.getHeight(0);
            if (wide > LONGEST_SIDE || high > LONGEST_SIDE || wide * high > MOST_PIXELS) {
                throw Inspected.refused("This picture is too large: {wide} by {high} points.", wide, high);
            }
            int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) (wide * high) / KEPT_PIXELS)));
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** Cameras store which side is up beside the picture (Exif 2.32, 4.6.4 Orientation); what is painted anew has to be turned. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int wide = picture.getWidth();
        int high = picture.getHeight();
        boolean turned = orientation >= 5;
        var painted = new BufferedImage(turned ? high : wide, turned ? wide : high, BufferedImage.TYPE_INT_RGB);
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
            default -> new AffineTransform();
        };
        var brush = painted.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, painted.getWidth(), painted.getHeight());
        brush.drawImage(picture, turn, null);
        brush.dispose();
        return painted;
    }

    private static byte[] write(FileKind kind, BufferedImage picture) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(written)) {
            ImageIO.write(picture, kind.ending(), output);
        }
        return written.toByteArray();
    }
}
