package org.casebridge.referrals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Preview;
import org.casebridge.consent.Purpose;
import org.casebridge.consent.Recipient;
import org.casebridge.consent.Release;
import org.casebridge.consent.Way;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of the record goes along with a referral: the parts one chose, trimmed to what the client's consents cover. What is packed is what the preview showed; each time somebody
 * reads it, the consents decide again. What comes from a Part 2 programme or is a substance use counselling note is never packed: it is shared by itself, with its notice (42 CFR 2.32).
 */
@Service
@Transactional
public class Packets {

    /** What can go along. */
    public static final Set<Part> OFFERED = EnumSet.of(Part.PERSON, Part.REACHING, Part.CASES, Part.ASSESSMENTS, Part.PLAN);

    private static final Set<DataClass> APART = EnumSet.of(DataClass.PART2, DataClass.SUD_NOTES);

    private final Disclosures disclosures;
    private final JdbcClient db;

    Packets(Disclosures disclosures, JdbcClient db) {
        this.disclosures = disclosures;
        this.db = db;
    }

    /** What would leave, in its order, and what would stay. */
    public record Packet(List<Piece> leaving, List<Preview.Line> staying, List<Piece> apart) {

        public static final Packet NOTHING = new Packet(List.of(), List.of(), List.of());
    }

    /** Exactly what would leave if the referral were sent now. */
    @Transactional(readOnly = true)
    public Packet preview(ClientId client, UUID organization, String name, Set<Part> parts) {
        var chosen = parts.stream().filter(OFFERED::contains).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            return Packet.NOTHING;
        }
        var preview = disclosures.preview(client, release(organization, name, chosen));
        var leaving = preview.leaving().stream().map(Preview.Line::piece).sorted(Comparator.comparing(Piece::part)).toList();
        return new Packet(leaving.stream().filter(it -> !apart(it)).toList(), preview.staying(), leaving.stream().filter(Packets::apart).toList());
    }

    void pack(Referral referral, Set<Part> parts) {
        int place = 0;
        for (var piece : preview(referral.clientId(), referral.organizationId(), referral.organization(), parts).leaving()) {
            db.sql("insert into referrals.packed (id, client_id, referral_id, place, part, row_id, classes, day, title, lines) values (?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?)")
                    .params(Id.fresh(), referral.clientId().value(), referral.id().value(), place++, piece.part().name(), piece.row(),
                            piece.classes().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")), piece.on(), piece.title(), String.join("\n", piece.lines())).update();
        }
    }

    /** What was packed, in its order. */
    @Transactional(readOnly = true)
    public List<Piece> of(ClientId client, ReferralId referral) {
        record Packed(Part part, UUID rowId, String classes, @Nullable LocalDate day, String title, String lines) {}
        return db.sql("select part, row_id, classes, day, title, lines from referrals.packed where referral_id = ? and client_id = ? order by place").params(referral.value(), client.value())
                .query(Packed.class).list().stream()
                .map(it -> new Piece(it.part(), it.rowId(), Set.copyOf(DataClass.of(Arrays.asList(it.classes().split(" ")))), it.day(), it.title(), it.lines().lines().toList())).toList();
    }

    static Release release(UUID organization, String name, Set<Part> parts) {
        return Release.byConsent(Recipient.organization(organization, name), Purpose.SERVICES, parts, Way.PARTNER);
    }

    private static boolean apart(Piece it) {
        return it.classes().stream().anyMatch(APART::contains);
    }
}
