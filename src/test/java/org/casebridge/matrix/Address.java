package org.casebridge.matrix;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/** One address with one method. */
record Address(String method, String path, HandlerMethod handler) implements Comparable<Address> {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    String line() { return method + " " + path; }

    boolean aboutClient() { return path.contains("{client}"); }

    /** As it is asked for; a variable without a known key becomes one that is nobody's. */
    String filled(Map<String, String> keys) {
        return VARIABLE.matcher(path).replaceAll(it -> Matcher.quoteReplacement(keys.getOrDefault(it.group(1), UUID.randomUUID().toString())));
    }

    boolean names(String variable) { return path.contains("{" + variable + "}"); }

    @Override
    public int compareTo(Address other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }
}
