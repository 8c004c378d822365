package org.casebridge.directory;

/** A point on the map (WGS 84) and what it was asked for by. */
public record Place(String asked, double latitude, double longitude) {}
