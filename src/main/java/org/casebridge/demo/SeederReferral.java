package org.casebridge.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.casebridge.referrals.Referral.Met;
import org.casebridge.referrals.Referral.Side;
import org.casebridge.referrals.Referral.Status;
import org.casebridge.referrals.Referral.Urgency;
import org.jspecify.annotations.Nullable;

/** Referrals of a case, to a service for its theme: most answered and closed with their outcome, some declined, the newest still waiting. */
final class SeederReferral {

    private SeederReferral() {}

    static void write(SeederCase file, List<UUID> goals) {
        var dice = file.client().dice();
        if (file.days() < 7) {
            return;
        }
        for (var theme : file.themes()) {
            if (dice.percent(55)) {
                write(file, theme, goals.isEmpty() ? null : goals.get(file.themes().indexOf(theme)));
            }
        }
    }

    private static void write(SeederCase file, SeederTheme theme, @Nullable UUID goal) {
        var client = file.client();
        var dice = client.dice();
        var offer = dice.early(client.agency().services().get(theme));
        var sent = client.after(file.openedOn(), 3, (int) file.days());
        var days = file.last().toEpochDay() - sent.toEpochDay();
        var settled = !file.open() || days > 35;
        var status = !settled && days < 4 ? Status.REQUESTED : dice.percent(15) ? Status.REJECTED : settled || days > 24 ? Status.COMPLETED : dice.of(Status.ACCEPTED, Status.IN_PROGRESS);
        var answered = status == Status.REQUESTED ? null : client.after(sent, 1, 3);
        var completed = status == Status.COMPLETED ? client.after(sent, 8, 22) : null;
        var outcome = completed != null && (settled || dice.percent(60)) ? dice.of(Met.MET, Met.MET, Met.PARTLY, Met.NOT_MET) : null;
        var on = outcome == null ? null : client.after(completed, 0, 3);
        var id = client.id(dice.at(sent));
        var asked = "We ask for " + theme.service.toLowerCase(java.util.Locale.ROOT) + ".";
        var reason = status == Status.REJECTED ? dice.of("No room before next month", "Lives outside their area", "Serves families only") : "";
        var changed = dice.at(completed != null ? completed : answered != null ? answered : sent);
        client.rows().add(SeederTable.REFERRAL, id, client.id(), file.worker().id(), offer.id(), offer.organization(), offer.name(), offer.organizationName(), theme.need, goal, asked, Urgency.ROUTINE,
                "Name, phone and need", "By phone", sent, false, status, reason, dice.at(sent), null, changed, status == Status.REJECTED && (settled || dice.percent(80)), outcome, on, outcome == null ? null : "", 1);
        step(file, id, sent, Side.REQUESTER, Status.REQUESTED, asked);
        var path = client.path("/referrals/" + id);
        client.tell(dice.at(sent), StoryKind.REFERRAL, Sentence.of("Referred to {organization}: {service}", offer.organizationName(), offer.name()),
                Sentence.of("{need} · agreed with the client on {day} · by {name}", theme.need, sent, file.worker().name()), path, file.worker().id());
        if (answered == null) {
            return;
        }
        var answer = status == Status.REJECTED ? Status.REJECTED : Status.ACCEPTED;
        step(file, id, answered, Side.ORGANIZATION, answer, reason);
        client.tell(dice.at(answered), StoryKind.REFERRAL, answer == Status.REJECTED ? Sentence.of("{organization} declined the referral", offer.organizationName())
                : Sentence.of("{organization} accepted the referral", offer.organizationName()), by(file, reason), path, file.worker().id());
        if (status == Status.IN_PROGRESS) {
            step(file, id, answered, Side.ORGANIZATION, Status.IN_PROGRESS, "");
        }
        if (completed != null) {
            step(file, id, completed, Side.ORGANIZATION, Status.COMPLETED, "");
            client.tell(dice.at(completed), StoryKind.REFERRAL, Sentence.of("{organization} completed: {service}", offer.organizationName(), offer.name()), by(file, ""), path, file.worker().id());
        }
        if (outcome != null && on != null) {
            client.tell(dice.at(on), StoryKind.REFERRAL, Sentence.of("{outcome}: {service}", outcome, offer.name()), Sentence.of("confirmed with the client on {day} · by {name}", on, file.worker().name()),
                    path, file.worker().id());
        }
    }

    private static void step(SeederCase file, UUID referral, LocalDate day, Side side, Status status, String words) {
        var client = file.client();
        var at = client.dice().at(day);
        client.rows().add(SeederTable.REFERRAL_STEP, client.id(at), client.id(), referral, at, file.worker().id(), side, status, words);
    }

    private static Sentence by(SeederCase file, String words) {
        return words.isEmpty() ? Sentence.of("by {name}", file.worker().name()) : Sentence.of("{words} · by {name}", words, file.worker().name());
    }
}
