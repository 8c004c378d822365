package org.casebridge.accounts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code as the path of an SVG {@code size} squares wide, and the same in letters to type: {@code secret} in groups of four. */
public record QrCode(int size, String path, String secret) {

    /** What an authenticator app reads: the key URI format of its apps, with the issuer Casebridge. */
    static QrCode ofAuthenticator(String username, byte[] seed) {
        var secret = Base32.of(seed);
        var label = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return of("otpauth://totp/Casebridge:" + label + "?secret=" + secret + "&issuer=Casebridge", Base32.grouped(secret, 4));
    }

    private static QrCode of(String text, String secret) {
        try {
            var bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            var path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(bits.getWidth(), path.toString(), secret);
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
