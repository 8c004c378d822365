package org.casebridge.directory;

import org.casebridge.access.AccountId;

/** Who answers for an organization from now on, or does so no more. */
public sealed interface PartnerEvent {

    AccountId account();

    OrganizationId organization();

    record Linked(AccountId account, OrganizationId organization) implements PartnerEvent {}

    record Unlinked(AccountId account, OrganizationId organization) implements PartnerEvent {}
}
