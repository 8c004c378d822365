package org.casebridge.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which side of a JPEG is up, 1 to 8: tag 0x0112 in the Exif part of the file (CIPA DC-008, Exif 2.32). 1, upright, when it is not told. */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;

    private Orientation() {}

    static int of(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg);
            bytes.position(2);
            while (bytes.remaining() > 4) {
                int marker = bytes.getShort() & 0xFFFF;
                int length = bytes.getShort() & 0xFFFF;
                if (marker == SCAN || length < 2) {
                    return 1;
                }
                var part = bytes.slice(bytes.position(), length - 2);
                if (marker == APP1 && part.remaining() > 14 && part.getInt(0) == 0x45786966) {
                    return told(part.slice(6, part.remaining() - 6));
                }
                bytes.position(bytes.position() + length - 2);
            }
            return 1;
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return 1;
        }
    }

    private static int told(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int entries = tiff.getShort(first) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = first + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int side = tiff.getShort(entry + 8);
                return side >= 1 && side <= 8 ? side : 1;
            }
        }
        return 1;
    }
}
