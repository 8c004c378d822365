package org.casebridge.caseload;

import org.casebridge.kernel.Worded;

/** What a line of the story is about; also the filter above it. {@code icon} is a Bootstrap icon's name without "bi-". */
public enum StoryKind implements Worded {
    PERSON("Person", "person"),
    INTAKE("Intake", "door-open"),
    CASE("Case", "folder2-open"),
    ASSESSMENT("Assessments", "clipboard2-pulse"),
    PLAN("Changes to the plan", "pencil-square"),
    CONTACT("Contacts", "telephone"),
    REFERRAL("Referrals", "signpost-split"),
    ADVOCACY("Advocacy", "megaphone"),
    TASK("Tasks", "check2-square"),
    SHARING("Sharing and consent", "box-arrow-up-right"),
    HISTORY("From others", "hospital");

    private final String words;
    private final String icon;

    StoryKind(String words, String icon) {
        this.words = words;
        this.icon = icon;
    }

    @Override
    public String words() { return words; }

    public String icon() { return icon; }
}
