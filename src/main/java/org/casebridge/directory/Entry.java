package org.casebridge.directory;

import java.util.Map;

/**
 * One thing that a directory names, as its source says it: {@code said} holds the fields of HSDS 3 under HSDS's names, with lists for phones,
 * schedules, addresses and the like, and other entries by their ids of the same source. A field that is absent leaves what was said before;
 * one that is null takes it away; a list is said whole, empty rather than null.
 */
public record Entry(Kind kind, String id, Map<String, Object> said) {

    /** In the order in which they can be written: each refers only to those before it. */
    public enum Kind { TAXONOMY, TAXONOMY_TERM, ORGANIZATION, PROGRAM, LOCATION, SERVICE, SERVICE_AT_LOCATION }
}
