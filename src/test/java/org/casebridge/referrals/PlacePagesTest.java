package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.data.HouseClock;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beds and slots that are never held for two, offers that lapse, and the line of those who wait. */
@PageTest
class PlacePagesTest {

    /** The whole of it with {@code bin/test --full}. */
    private static final int CLAIMS = Boolean.getBoolean("casebridge.full") ? 10_000 : 600;
    private static final int BEDS = 100;

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Places places;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private ServiceId service;
    private ClientId client;

    @BeforeEach
    void a_shelter() {
        service = ReferralExamples.service(town, services);
        client = town.openCase("Amina Yusuf").clientId();
    }

    @Test
    void of_many_claims_at_once_on_a_hundred_beds_exactly_a_hundred_win_each_a_bed_of_its_own() throws Exception {
        beds(BEDS);
        var until = Instant.now().plus(Duration.ofHours(48));
        var claims = new ArrayList<Future<Optional<Places.Seized>>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLAIMS; i++) {
                claims.add(many.submit((Callable<Optional<Places.Seized>>) () -> town.rosa().act(() -> places.seize(service, new ClaimId(Id.fresh()), until))));
            }
        }
        var won = new ArrayList<PlaceId>();
        for (var one : claims) {
            one.get().ifPresent(it -> won.add(it.id()));
        }
        assertThat(won).hasSize(BEDS).doesNotHaveDuplicates();
        assertThat(town.rosa().act(() -> places.of(service))).hasSize(BEDS).noneMatch(Places.Listed::free);
    }

    @Test
    void two_workers_who_offer_the_last_bed_at_once_hold_it_once() throws Exception {
        beds(1);
        var other = town.openCase("Boris Antonov").clientId();
        var answers = new ArrayList<Future<Integer>>();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var one : new ClientId[] {client, other}) {
                answers.add(two.submit(() -> town.post(town.rosa(), path(one) + "/offer").getResponse().getStatus()));
            }
        }
        assertThat(new int[] {answers.get(0).get(), answers.get(1).get()}).containsExactlyInAnyOrder(303, 409);
    }

    @Test
    void an_offer_is_taken_once_or_lapses_and_goes_to_who_waits() {
        beds(1);
        var next = town.openCase("Boris Antonov").clientId();
        assertThat(town.get(town.rosa(), path(client))).hasStatusOk().bodyText().contains("1 of 1 free", "nobody waits");
        assertThat(town.post(town.rosa(), path(client) + "/offer")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(client) + "/offer")).hasStatus(409).bodyText().contains("held for this client already");
        assertThat(town.post(town.rosa(), path(next) + "/offer")).hasStatus(409).bodyText().contains("No place is free");
        assertThat(town.post(town.rosa(), path(next) + "/waiting")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(next) + "/waiting")).hasStatus(409).bodyText().contains("waits for it already");
        assertThat(town.get(town.rosa(), path(next))).bodyText().contains("Number 1 on the waiting list", "Too few were placed lately");

        var claim = town.as(town.rosa(), () -> places.claims(client)).getFirst().id();
        town.rosa().run(() -> HouseClock.at(Instant.now().plus(Duration.ofHours(49)), () -> {
            try {
                places.take(client, claim);
                throw new AssertionError("a lapsed offer was taken");
            } catch (Refused lapsed) {
                assertThat(lapsed).hasMessageContaining("lapsed");
            }
            var second = places.offer(next, service);
            places.take(next, second.id());
            places.take(next, second.id());
            return null;
        }));
        assertThat(town.post(town.rosa(), path(client) + "/claims/" + claim.text() + "/taking")).hasStatus(409).bodyText().contains("lapsed");
        assertThat(town.as(town.rosa(), () -> places.room(next, service)).position()).isNull();
        assertThat(town.post(town.rosa(), path(client) + "/claims/" + claim.text() + "/giving-back")).hasStatus3xxRedirection();
        assertThat(town.as(town.rosa(), () -> places.of(service))).as("what one gives back is one's own only").noneMatch(Places.Listed::free);
    }

    @Test
    void a_lapsed_offer_passes_on_by_itself_to_the_day_of_whoever_carries_the_next_in_line() {
        beds(1);
        var lin = town.account(Role.CASE_MANAGER, "Lin Okafor");
        var next = town.openCase(lin, "Boris Antonov");
        var nour = town.account(Role.CASE_MANAGER, "Nour Castellanos");
        var last = town.openCase(nour, "Chi Nguyen");
        assertThat(town.post(town.rosa(), path(client) + "/offer")).hasStatus3xxRedirection();
        assertThat(town.post(lin, path(next) + "/waiting")).hasStatus3xxRedirection();
        assertThat(town.post(nour, path(last) + "/waiting")).hasStatus3xxRedirection();
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().doesNotContain(path(next));

        assertThat(db.sql("update referrals.place set held_until = now() - interval '1 minute' where service_id = ?").param(service.value()).update()).isEqualTo(1);
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().contains("A place is free: ", "their turn; on the waiting list since", path(next));
        assertThat(town.get(nour, "/")).hasStatusOk().bodyText().doesNotContain(path(last));

        assertThat(town.post(lin, path(next) + "/offer")).hasStatus3xxRedirection();
        assertThat(town.get(lin, "/")).hasStatusOk().bodyText().doesNotContain(path(next));
        var claim = town.as(lin, () -> places.claims(next)).getFirst().id();
        assertThat(town.post(lin, path(next) + "/leaving")).hasStatus3xxRedirection();
        assertThat(town.post(lin, path(next) + "/claims/" + claim.text() + "/giving-back")).hasStatus3xxRedirection();
        assertThat(town.get(nour, "/")).hasStatusOk().bodyText().contains("A place is free: ", path(last));
    }

    @Test
    void who_waits_stands_in_the_line_by_urgency_and_time_and_nobody_passes_them() {
        beds(1);
        var first = town.openCase("Boris Antonov").clientId();
        var urgent = town.openCase("Chi Nguyen").clientId();
        town.post(town.rosa(), path(first) + "/waiting");
        town.post(town.rosa(), path(urgent) + "/waiting", "urgent", "true");
        assertThat(town.as(town.rosa(), () -> places.room(first, service)).position()).isEqualTo(2);
        assertThat(town.as(town.rosa(), () -> places.room(urgent, service)).position()).isEqualTo(1);
        assertThat(town.post(town.rosa(), path(client) + "/offer")).hasStatus(409).bodyText().contains("2 people wait before this client");
        assertThat(town.post(town.rosa(), path(first) + "/offer")).hasStatus(409).bodyText().contains("One person waits");
        assertThat(town.post(town.rosa(), path(urgent) + "/offer")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(first) + "/leaving")).hasStatus3xxRedirection();
        assertThat(town.post(town.rosa(), path(first) + "/leaving")).hasStatus(409);
    }

    @Test
    void beds_slots_and_agreed_days_are_set_by_who_may_change_the_directory() {
        var board = "/referrals/board/" + service.text();
        assertThat(town.post(town.vera(), board + "/beds", "called", "Bed", "count", "501")).hasStatus(422).bodyText().contains("at once");
        assertThat(town.post(town.vera(), board + "/slots", "called", "Monday", "on", Town.today().minusDays(1).toString(), "at", "10:00")).hasStatus(422).bodyText().contains("past");
        assertThat(town.post(town.vera(), board + "/slots", "called", "Next week", "on", Town.today().plusDays(7).toString(), "at", "10:00")).hasStatus3xxRedirection();
        assertThat(town.post(town.vera(), board + "/level", "workingDays", "0")).hasStatus(422).bodyText().contains("1 to 60");
        assertThat(town.post(town.vera(), board + "/level", "workingDays", "5")).hasStatus3xxRedirection();
        assertThat(town.get(town.vera(), board)).bodyText().contains("They answer within 5 working days", "Next week");
        assertThat(town.post(town.rosa(), board + "/level", "workingDays", "3")).hasStatus(403);
        assertThat(town.post(town.rosa(), board + "/beds", "called", "Bed", "count", "3")).hasStatus(403);
    }

    @Test
    void who_does_not_reach_the_client_offers_them_nothing() {
        beds(1);
        assertThat(town.get(town.sam(), path(client))).hasStatus(404);
        assertThat(town.post(town.sam(), path(client) + "/offer")).hasStatus(404);
        assertThat(town.post(town.sam(), path(client) + "/waiting")).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> places.of(service))).allMatch(Places.Listed::free);
    }

    private void beds(int count) {
        town.vera().run(() -> places.addBeds(service, "Bed", count));
    }

    private String path(ClientId who) {
        return "/clients/" + who.text() + "/places/" + service.text();
    }
}
