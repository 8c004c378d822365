package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** What a member of a household is to its head (HMIS data element 3.15, in a little more detail). */
public enum HouseholdRole implements Worded {
    HEAD("Head of household"), PARTNER("Spouse or partner"), CHILD("Child"), PARENT("Parent"), SIBLING("Sibling"), GRANDPARENT("Grandparent"),
    GRANDCHILD("Grandchild"), OTHER_RELATIVE("Other relative"), NOT_RELATED("Not related");

    private final String words;

    HouseholdRole(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
