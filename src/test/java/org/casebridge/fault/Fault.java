package org.casebridge.fault;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every defence that the tests can take away, and the check that has to go red without it ({@link PlantedFaultsTest} sees to it). A fault is there for the work it is
 * planted around, in that thread only; the places that break are beans and conditions of the tests.
 */
public enum Fault {

    /** S1: the door lets everybody in by every handler. */
    ROLE_UNASKED("org.casebridge.matrix.AuthorizationMatrixTest#whoever_may_comes_in_and_whoever_may_not_is_refused_without_a_trace"),
    /** S1: an address came that nobody wrote into the table. */
    ROUTE_UNLISTED("org.casebridge.matrix.AuthorizationMatrixTest#every_address_has_its_line_in_the_table_and_every_line_its_address"),
    /** S1, swapped ids: rows are found by their own key alone, whosever client they are, and no policy stands behind. */
    CLIENT_UNMATCHED("org.casebridge.matrix.SwappedIdsTest#in_the_address"),
    /** S2, the door: it asks nobody whether they reach the client. The policies hold alone, so this is seen where they are bypassed. */
    REACH_UNASKED("org.casebridge.matrix.WallsTest#without_the_policies_the_door_refuses"),
    /** S2, the policies: queries run as a role that bypasses them. The door holds alone, so this is seen where it is open. */
    POLICIES_BYPASSED("org.casebridge.matrix.WallsTest#with_the_door_open_the_policies_show_nothing_and_change_nothing"),
    /** S2, two agencies in one database: the policies no longer ask for the agency. */
    AGENCY_UNASKED("org.casebridge.SecondAgencyTest#no_list_search_or_count_names_a_client_or_a_worker_of_another_agency"),
    /** S2, the rows that the policies rest on: whoever slips in a statement writes themselves a reach. */
    KEYS_UNKEPT("org.casebridge.data.SlippedInTest#nobody_writes_themselves_a_key_to_a_record"),
    /** S3: the sealer leaves a column out. */
    COLUMN_UNSEALED(Names.TAMPER),
    /** S3: the verifier believes any signature. */
    SIGNATURE_UNASKED(Names.TAMPER),
    /** S3: the anchors went wherever the database went. */
    ANCHORS_LOST(Names.TAMPER),
    /** S5: what people type stands in the log. */
    TYPED_IS_LOGGED("org.casebridge.matrix.CanaryTest#what_is_typed_stands_in_no_log_header_address_error_or_file"),
    /** S5 through all traffic: the lists show whom nobody may meet. */
    LISTS_UNWALLED("org.casebridge.fault.OverheardTest#those_whom_nobody_may_meet_are_in_no_list_search_or_day"),
    /** S6: a release is not accounted for. */
    RELEASE_UNACCOUNTED(Names.RELEASES),
    /** S7: rows lose the labels that hold them back. */
    LABELS_LOST(Names.RELEASES),
    /** S7: the same where a partner reads. */
    PARTNER_LABELS_LOST("org.casebridge.consent.ConsentMatrixTest#what_a_partner_reads_is_what_the_table_says_and_one_row_is_written"),
    /** S13: nothing stands before the handlers against other sites. */
    FORGERY_UNASKED("org.casebridge.production.InventoryTest#what_another_site_asks_for_changes_nothing"),
    /** S15: nothing writes headers. */
    HEADERS_LOST("org.casebridge.production.InventoryTest#every_answer_has_its_headers"),
    /** S16: the start no longer looks for one of the insecure settings. */
    START_CHECK_LOST("org.casebridge.production.ProductionTest#each_insecurity_alone_is_refused_by_its_own_sentence(org.casebridge.production.Insecurity)");

    private static final class Names {
        static final String TAMPER = "org.casebridge.audit.TamperTest#every_tampering_by_a_superuser_is_found_and_its_rows_are_named";
        static final String RELEASES = "org.casebridge.consent.ConsentMatrixTest#what_leaves_by_files_is_what_the_table_says_and_one_row_is_written";
    }

    private static final ScopedValue<Set<Fault>> PLANTED = ScopedValue.newInstance();

    private final String check;

    Fault(String check) {
        this.check = check;
    }

    /** The test that must go red: its class and method. */
    public String check() { return check; }

    public boolean planted() {
        return PLANTED.isBound() && PLANTED.get().contains(this);
    }

    /** Whether anything is: a check that only has to go red may stop at the first things it finds. */
    public static boolean any() {
        return PLANTED.isBound();
    }

    /** Does the work without this defence, and without those that are taken away around it. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        var all = EnumSet.of(this);
        if (PLANTED.isBound()) {
            all.addAll(PLANTED.get());
        }
        try {
            return ScopedValue.where(PLANTED, all).call(work);
        } finally {
            if (this == POLICIES_BYPASSED || this == CLIENT_UNMATCHED) {
                BareRole.drop();
            }
        }
    }
}
