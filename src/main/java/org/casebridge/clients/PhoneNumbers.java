package org.casebridge.clients;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Reads phone numbers as people write them, and writes them as people here read them. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final String HERE = "US";

    private PhoneNumbers() {}

    /** In E.164; empty when it has too few or too many digits for any number of its country (ITU-T E.164). */
    public static Optional<String> read(String written) {
        try {
            var number = UTIL.parse(written, HERE);
            return UTIL.isPossibleNumber(number) ? Optional.of(UTIL.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    public static String shown(String e164) {
        try {
            var number = UTIL.parse(e164, HERE);
            return UTIL.format(number, number.getCountryCode() == UTIL.getCountryCodeForRegion(HERE) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            return e164;
        }
    }

    /** Its digits without the country's code: what people remember and type. */
    static String national(String e164) {
        try {
            return UTIL.getNationalSignificantNumber(UTIL.parse(e164, HERE));
        } catch (NumberParseException impossible) {
            return e164.replaceAll("\\D", "");
        }
    }
}
