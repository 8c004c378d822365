package org.casebridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.SafeContact;
import org.casebridge.data.HouseClock;
import org.casebridge.messaging.SafeContacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reminders, from the wish of a client to a real mail server and a gateway for text messages, and what keeps one from being sent. */
@PageTest
class ReminderPagesTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionOperations transaction;
    @Autowired SafeContacts safe;
    @Autowired Clock clock;
    @Autowired Outbox outbox;

    private final GreenMail post = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger(202);
    private HttpServer gateway;
    private Sending sending;
    private final String digits = "%04d".formatted(new java.util.Random().nextInt(10_000));
    private final String number = "+1212555" + digits;
    private final String address = "lena" + digits + "@example.org";
    private Actor nora;
    private ClientId client;

    /** The installation of the tests has both ways set up, to where nobody listens; what leaves here goes to the servers of this test. Each has a number and an address of its own. */
    @BeforeEach
    void servers_and_a_client_who_can_be_written_to() throws Exception {
        post.start();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            texts.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answers.get(), -1);
            exchange.close();
        });
        gateway.start();
        var settings = new OutboxSettings("127.0.0.1", post.getSmtp().getPort(), null, null, "office@example.org", false, "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send", "secret", "(212) 555-0100");
        sending = new Sending(db, transaction, List.of(new Mail(settings), new TextGateway(settings)), clock);
        nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        client = town.openCase(nora, "Lena Fuchs");
        reach(SafeContact.unknown(), ContactPoint.phone("(212) 555-" + digits, ContactPoint.Usage.MOBILE), ContactPoint.email(address));
    }

    @AfterEach
    void shut() {
        post.stop();
        gateway.stop(0);
    }

    @Test
    void a_visit_is_reminded_of_by_a_real_mail_in_the_clients_language_and_names_neither_agency_nor_purpose() throws Exception {
        town.speaks(client, "es");
        wish("EMAIL " + address);
        plan("Talk about the eviction", 2, "10:00");
        send(Duration.ofHours(2));
        assertThat(mine()).as("not before its time").isEmpty();
        send(Duration.ofHours(40));
        var mail = mine();
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getSubject()).isEqualTo("Hasta pronto");
        var words = mail.getFirst().getContent().toString();
        assertThat(words).contains("Nora le visita el", "10:00").doesNotContain("eviction", "Ito", "Lena");
        send(Duration.ofHours(41));
        assertThat(mine()).as("once").hasSize(1);
        assertThat(town.get(nora, path())).bodyText().contains("Sent", "Nora le visita");
    }

    @Test
    void a_text_goes_to_the_gateway_within_safe_hours_with_the_code_word_and_is_tried_again_until_it_is_taken() {
        town.as(nora, () -> {
            safe.set(client, LocalTime.of(9, 0), LocalTime.of(11, 0), "Sunflower", false, 0);
            return true;
        });
        wish("TEXT " + number);
        plan("See the flat", 3, "16:00");
        var before = day(2).atTime(16, 5).atZone(Town.ZONE).toInstant();
        sendAt(before);
        assertThat(own()).as("four in the afternoon is not safe").isEmpty();
        answers.set(503);
        var safeHour = day(3).atTime(9, 5).atZone(Town.ZONE).toInstant();
        sendAt(safeHour);
        assertThat(own()).hasSize(1);
        answers.set(202);
        sendAt(safeHour.plus(Duration.ofMinutes(30)));
        assertThat(own()).hasSize(2);
        assertThat(own().getFirst()).startsWith("Bearer secret ").contains(number, "Sunflower: Nora comes to you on");
        assertThat(own().get(0).split(" ")[2]).as("the same message, by its key").isEqualTo(own().get(1).split(" ")[2]);
        sendAt(safeHour.plus(Duration.ofHours(1)));
        assertThat(own()).as("taken is taken").hasSize(2);
    }

    @Test
    void what_is_moved_is_reminded_of_anew_and_what_is_cancelled_is_not() {
        wish("TEXT " + number);
        plan("See the flat", 4, "10:00");
        var visit = text(town.get(nora, "/clients/" + client.text() + "/visits")).replaceAll("(?s).*(/clients/[0-9a-f-]{36}/visits/[0-9a-f-]{36})\".*", "$1");
        assertThat(town.post(nora, visit, "purpose", "See the flat", "on", day(4).toString(), "at", "15:00", "minutes", "45", "mode", "HOME_VISIT", "version", "0")).hasRedirectedUrl(visit);
        sendAt(day(3).atTime(10, 5).atZone(Town.ZONE).toInstant());
        assertThat(own()).as("its old time").isEmpty();
        assertThat(town.get(nora, path())).bodyText().contains("Waiting", "3:00\u00a0PM", "Taken back");
        assertThat(town.post(nora, visit + "/cancellation", "reason", "Moved away")).hasStatus3xxRedirection();
        sendAt(day(3).atTime(15, 30).atZone(Town.ZONE).toInstant());
        assertThat(own()).isEmpty();
    }

    @Test
    void what_is_not_safe_any_more_when_it_leaves_is_not_sent_and_stands_on_my_day() {
        wish("TEXT " + number);
        plan("See the flat", 4, "10:00");
        town.as(nora, () -> {
            safe.set(client, null, null, "", true, 0);
            return true;
        });
        sendAt(day(3).atTime(10, 5).atZone(Town.ZONE).toInstant());
        assertThat(own()).isEmpty();
        assertThat(town.get(nora, path())).bodyText().contains("Not sent", "not safe any more", "others answer this phone");
        assertThat(town.get(nora, "/")).bodyText().contains("Reminder not sent", "tell them yourself");
        plan("Another", 5, "10:00");
        assertThat(town.get(nora, path())).as("nothing waits for a way that is not safe").bodyText().doesNotContain("Waiting");
    }

    @Test
    void an_address_that_the_other_side_refuses_is_not_tried_again() {
        wish("TEXT " + number);
        plan("See the flat", 4, "10:00");
        answers.set(400);
        sendAt(day(3).atTime(10, 5).atZone(Town.ZONE).toInstant());
        sendAt(day(3).atTime(14, 5).atZone(Town.ZONE).toInstant());
        assertThat(own()).hasSize(1);
        assertThat(town.get(nora, path())).bodyText().contains("the gateway refused the number");
    }

    @Test
    void appointments_only_where_the_client_takes_part_and_nothing_without_a_wish() {
        plan("Before any wish", 6, "10:00");
        assertThat(town.get(nora, path())).bodyText().contains("They have not asked for reminders.").doesNotContain("Waiting");
        wish("TEXT " + number);
        assertThat(town.get(nora, path())).as("what is arranged already too").bodyText().contains("Waiting");
        var before = waiting();
        appointment("Call the landlord", "11:00", "");
        assertThat(waiting()).isEqualTo(before);
        appointment("Sign the lease", "12:00", "true");
        assertThat(waiting()).isEqualTo(before + 1);
        assertThat(town.post(nora, path() + "/ending")).hasRedirectedUrl(path());
        assertThat(waiting()).isZero();
    }

    @Test
    void refusals_say_what_helps_and_others_reach_nothing() {
        assertThat(town.post(nora, path(), "way", "TEXT +19995550100", "hoursBefore", "24", "agreed", "on the phone", "version", "0")).hasStatus(422).bodyText().contains("Choose one of the ways offered");
        assertThat(town.post(nora, path(), "way", "TEXT " + number, "hoursBefore", "0", "agreed", "on the phone", "version", "0")).hasStatus(422).bodyText().contains("From 1 to 168");
        assertThat(town.post(nora, path(), "way", "TEXT " + number, "hoursBefore", "24", "agreed", "", "version", "0")).hasStatus(422).bodyText().contains("Write how they said");
        wish("TEXT " + number);
        assertThat(town.post(nora, path(), "way", "TEXT " + number, "hoursBefore", "2", "agreed", "on the phone", "version", "0")).as("two at once").hasStatus(422).bodyText().contains("Someone else changed this meanwhile");
        assertThat(town.post(town.sam(), path(), "way", "TEXT " + number, "hoursBefore", "2", "agreed", "on the phone", "version", "1")).hasStatus(404);
        reach(new SafeContact(null, "", null, null, List.of(Channel.TEXT), ""), ContactPoint.phone("(212) 555-" + digits, ContactPoint.Usage.MOBILE));
        assertThat(town.post(nora, path(), "way", "TEXT " + number, "hoursBefore", "2", "agreed", "on the phone", "version", "1")).hasStatus(422).bodyText().contains("never by this way");
        assertThat(town.get(nora, path())).bodyText().contains("The way that they chose is gone or not safe any more");
    }

    /** Times of other tests' messages do not matter here: what is due is due, and only this client's are looked at. */
    private void send(Duration later) {
        sendAt(clock.instant().plus(later));
    }

    private void sendAt(Instant moment) {
        HouseClock.at(moment, () -> {
            Actor.machine().run(sending::sendDue);
            return true;
        });
    }

    private List<String> own() {
        return texts.stream().filter(it -> it.contains(number)).toList();
    }

    private List<jakarta.mail.internet.MimeMessage> mine() {
        return java.util.Arrays.stream(post.getReceivedMessages()).filter(it -> to(it).contains(address)).toList();
    }

    private static String to(jakarta.mail.internet.MimeMessage mail) {
        try {
            return java.util.Arrays.toString(mail.getAllRecipients());
        } catch (jakarta.mail.MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void wish(String way) {
        assertThat(town.post(nora, path(), "way", way, "hoursBefore", "24", "agreed", "asked for it on the phone", "version", "0")).hasRedirectedUrl(path());
    }

    private void plan(String purpose, int days, String at) {
        assertThat(town.post(nora, "/clients/" + client.text() + "/visits", "purpose", purpose, "on", day(days).toString(), "at", at, "minutes", "45", "mode", "HOME_VISIT", "repeats", "ONCE")).hasStatus3xxRedirection();
    }

    private void appointment(String title, String at, String takesPart) {
        assertThat(town.post(nora, "/clients/" + client.text() + "/appointments", "title", title, "on", day(6).toString(), "at", at, "minutes", "30", "withClient", takesPart)).hasStatus3xxRedirection();
    }

    private static java.time.LocalDate day(int ahead) {
        return Town.today().plusDays(ahead);
    }

    private long waiting() {
        return town.as(nora, () -> outbox.of(client, Message.Kind.REMINDER)).stream().filter(it -> it.status() == Message.Status.WAITING).count();
    }

    private void reach(SafeContact contact, ContactPoint... points) {
        nora.run(() -> town.clients().reach(client, town.clients().get(client).version(), contact, List.of(points), List.of()));
    }

    private String path() {
        return "/clients/" + client.text() + "/reminders";
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
