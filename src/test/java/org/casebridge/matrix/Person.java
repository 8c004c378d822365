package org.casebridge.matrix;

import jakarta.servlet.http.Cookie;
import org.casebridge.access.Actor;
import org.jspecify.annotations.Nullable;

/** Somebody by their relation to the client, as the table names them. Without an actor nobody is signed in; with a cookie of their own they come with that and get no new one. */
record Person(String who, @Nullable Actor actor, @Nullable Cookie cookie) {}
