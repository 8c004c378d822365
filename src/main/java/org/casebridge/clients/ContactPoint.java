package org.casebridge.clients;

import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A phone number or e-mail address as it was given; {@code number} is the phone in E.164, null when it cannot be read as one. */
public record ContactPoint(Kind kind, String value, @Nullable String number, Usage usage, boolean unsafe, String note) {

    public enum Kind { PHONE, EMAIL }

    /** Whose it is and where it rings. */
    public enum Usage implements Worded {
        MOBILE("Mobile"), HOME("Home"), WORK("Work"), SOMEONE_ELSE("Someone else's"), OTHER("Other");

        private final String words;

        Usage(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public static ContactPoint phone(String value, Usage usage) {
        return new ContactPoint(Kind.PHONE, value.strip(), PhoneNumbers.read(value).orElse(null), usage, false, "");
    }

    public static ContactPoint email(String value) {
        return new ContactPoint(Kind.EMAIL, value.strip(), null, Usage.OTHER, false, "");
    }

    /** Two that have the same are the same phone or e-mail address, however they are written. */
    public String same() {
        return kind + "|" + (number != null ? number : value.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** As people here write it: (510) 555-0123. */
    public String shown() {
        return number == null ? value : PhoneNumbers.shown(number);
    }
}
