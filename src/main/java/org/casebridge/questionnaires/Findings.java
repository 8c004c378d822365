package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.fhirpath.FhirPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What reading has found so far, and the reading of expressions, in which most is found. */
final class Findings {

    private static final int MOST = 200;
    /** Text in an expression, except what something must not be: {@code linkId != 'x'} does not use x. */
    private static final Pattern LITERAL = Pattern.compile("(?<!!=)(?<!!= )'((?:[^'\\\\]|\\\\.)*)'");
    /** A way through the questionnaire itself, where a link id is no answer. */
    private static final Pattern OWN_ITEMS = Pattern.compile("%questionnaire(?:\\.\\w+(?:\\([^()]*\\))?|\\[\\d+])*");
    private static final Pattern NAME = Pattern.compile("%(?:(\\w+)|`([^`]+)`|\"([^\"]+)\"|'([^']+)')");

    final List<Finding> refusals = new ArrayList<>();
    final List<Finding> remarks = new ArrayList<>();

    /** Names of expressions that are not evaluated here, which still stand for something: nothing, or what was handed in. */
    /** Some expression looks at the questionnaire itself. */
    boolean asksForItself;
    final java.util.Set<String> handedIn = new java.util.HashSet<>();

    void reject(String item, String feature, Sentence words) {
        if (refusals.size() < MOST) {
            refusals.add(new Finding(item, feature, words));
        }
    }

    void remark(String item, String feature, Sentence words) {
        if (remarks.size() < MOST) {
            remarks.add(new Finding(item, feature, words));
        }
    }

    /** Features by their address: those that would change the meaning are refused, the others remarked once an item. */
    void features(String item, JsonNode element) {
        for (var one : element.path("modifierExtension")) {
            reject(item, Urls.name(Json.string(one, "url")), Sentence.of("It changes what the question means in a way that is not known here."));
        }
        var seen = new java.util.HashSet<String>();
        for (var one : element.path("extension")) {
            var url = Json.string(one, "url");
            if (url.equals(Urls.ADAPTIVE)) {
                reject(item, Urls.name(url), Sentence.of("An adaptive questionnaire is asked by another server, one question after the other; here all questions must be in the file."));
            } else if (Urls.NEEDED_AND_MISSING.contains(url)) {
                reject(item, Urls.name(url), Sentence.of("This is not supported, and without it the questions would mean something else."));
            } else if (!Urls.DONE.contains(url) && !url.isEmpty() && seen.add(url)) {
                handedIn.add(Json.string(one.path("valueExpression"), "name"));
                remark(item, Urls.name(url), Sentence.of("This is passed over; answers and scores do not depend on it."));
            }
        }
    }

    /** Null when there is none, or it was refused or passed over. */
    @Nullable Formula formula(String item, JsonNode extension) {
        return extension.isMissingNode() ? null : expression(item, Urls.name(Json.string(extension, "url")), extension.path("valueExpression"), extension);
    }

    @Nullable Formula expression(String item, String feature, JsonNode expression, JsonNode holder) {
        var text = Json.string(expression, "expression") + Json.string(holder, "valueString");
        var language = Json.string(expression, "language");
        if (language.equals("application/x-fhir-query")) {
            handedIn.add(Json.string(expression, "name"));
            remark(item, feature, Sentence.of("A query to another server is not made: whoever asks can hand in what it would find, otherwise it is empty."));
            return null;
        }
        if (text.isEmpty() || !language.isEmpty() && !language.equals("text/fhirpath")) {
            reject(item, feature, Sentence.of("Expressions in {language} are not understood, only FHIRPath.", language.isEmpty() ? "-" : language));
            return null;
        }
        asksForItself |= text.contains("%questionnaire") || text.contains("%qitem");
        try {
            return new Formula(text, Json.orNull(expression, "name"), FhirPath.compile(text), found(LITERAL, OWN_ITEMS.matcher(text).replaceAll("%questionnaire")), found(NAME, text));
        } catch (FhirPath.Failed wrong) {
            reject(item, feature, Sentence.of("The expression cannot be read: {why}", wrong.getMessage()));
            return null;
        }
    }

    private static java.util.Set<String> found(Pattern pattern, String text) {
        var all = new java.util.LinkedHashSet<String>();
        for (var matcher = pattern.matcher(text); matcher.find(); ) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                if (matcher.group(i) != null) {
                    all.add(matcher.group(i).replace("\\'", "'"));
                }
            }
        }
        return all;
    }
}
