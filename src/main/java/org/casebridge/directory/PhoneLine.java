package org.casebridge.directory;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One number of a form about the directory; a row left blank says nothing. */
public record PhoneLine(
        @Nullable @Size(max = 50, message = "A phone number has at most 50 characters.") @Pattern(regexp = "|.*\\d.*", message = "A phone number has digits, like 518-555-0100.") String number,
        @Nullable @Size(max = 20, message = "An extension has at most 20 characters.") String extension,
        @Nullable Kind kind,
        @Nullable @Size(max = 200, message = "Keep this to 200 characters or fewer.") String words) {

    /** HSDS {@code phone.type}. */
    public enum Kind implements org.casebridge.kernel.Worded {
        VOICE("Calls"), TEXT("Text messages"), FAX("Fax"), TTY("Text telephone (TTY)");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        @Override
        public String words() { return shown; }

        static @Nullable Kind of(@Nullable String hsds) {
            return hsds == null ? null : switch (hsds.toLowerCase(java.util.Locale.ROOT)) {
                case "voice", "cell", "hotline" -> VOICE;
                case "text", "sms" -> TEXT;
                case "fax" -> FAX;
                case "textphone", "tty" -> TTY;
                default -> null;
            };
        }

        String hsds() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static PhoneLine of(Map<String, Object> said) {
        return new PhoneLine(Hsds.text(said, "number"), Hsds.text(said, "extension"), Kind.of(Hsds.text(said, "type")), Hsds.text(said, "description"));
    }

    boolean blank() {
        return number == null || number.isBlank();
    }

    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("number", number);
        Hsds.put(said, "extension", extension);
        Hsds.put(said, "type", kind == null ? null : kind.hsds());
        Hsds.put(said, "description", words);
        return said;
    }
}
