package org.casebridge.clients;

import org.casebridge.access.Permission;

/**
 * A tab of the client page, offered as a bean by the module that answers it, so that this module knows none of them.
 * {@code path} follows {@code /clients/{client}} and may be empty; {@code label} is an English sentence; tabs stand by {@code order}.
 */
public record ClientTab(int order, String path, String label, Permission permission) {}
