package org.casebridge.caseload;

import java.util.Arrays;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.kernel.Worded;

/**
 * What a line of the story is about; also the filter above it. {@code icon} is a Bootstrap icon's name without "bi-". A line is told to those only who may see the page that it comes from
 * (minimum necessary, 45 CFR 164.514(d)); what others recorded is mostly diagnoses and scores, and goes with the assessments.
 */
public enum StoryKind implements Worded {
    PERSON("Person", "person", Permission.SEE_CLIENTS),
    INTAKE("Intake", "door-open", Permission.SEE_INTAKES),
    CASE("Case", "folder2-open", Permission.SEE_CASES),
    ASSESSMENT("Assessments", "clipboard2-pulse", Permission.SEE_ASSESSMENTS),
    PLAN("Changes to the plan", "pencil-square", Permission.SEE_PLANS),
    CONTACT("Contacts", "telephone", Permission.SEE_CONTACTS),
    REFERRAL("Referrals", "signpost-split", Permission.SEE_REFERRALS),
    ADVOCACY("Advocacy", "megaphone", Permission.SEE_ISSUES),
    TASK("Tasks", "check2-square", Permission.SEE_TASKS),
    SHARING("Sharing and consent", "box-arrow-up-right", Permission.SEE_CONSENTS),
    DOCUMENT("Documents", "file-earmark-text", Permission.SEE_DOCUMENTS),
    HISTORY("From others", "hospital", Permission.SEE_ASSESSMENTS);

    private final String words;
    private final String icon;
    private final Permission permission;

    StoryKind(String words, String icon, Permission permission) {
        this.words = words;
        this.icon = icon;
        this.permission = permission;
    }

    /** Those that the acting person is told. */
    public static List<StoryKind> told() {
        return Arrays.stream(values()).filter(it -> Actor.current().may(it.permission)).toList();
    }

    @Override
    public String words() { return words; }

    public String icon() { return icon; }
}
