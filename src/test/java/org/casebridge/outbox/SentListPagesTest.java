package org.casebridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.SafeContact;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.SavedLists;
import org.casebridge.directory.Services;
import org.casebridge.matching.SentLists;
import org.casebridge.messaging.SafeContacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A list of services on its way to a client: read before, sent as it was read, by a way that is safe, to a real mail server. */
@PageTest
class SentListPagesTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionOperations transaction;
    @Autowired Services services;
    @Autowired SavedLists lists;
    @Autowired SentLists sent;
    @Autowired SafeContacts safe;
    @Autowired Clock clock;

    private final GreenMail post = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String address = "lena" + mark + "@example.org";
    private Sending sending;
    private Actor nora;
    private ClientId client;
    private UUID list;

    @BeforeEach
    void a_server_a_client_and_a_list() {
        post.start();
        var settings = new OutboxSettings("127.0.0.1", post.getSmtp().getPort(), null, null, "office@example.org", false, null, null, "(212) 555-0100");
        sending = new Sending(db, transaction, List.of(new Mail(settings)), clock);
        nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        client = town.openCase(nora, "Lena Fuchs");
        reach(SafeContact.unknown());
        list = add("Pantry " + mark);
    }

    @AfterEach
    void shut() {
        post.stop();
    }

    @Test
    void a_list_leaves_as_it_was_read_in_the_clients_language_and_names_neither_them_nor_the_agency_nor_the_list() throws Exception {
        town.speaks(client, "es");
        town.as(nora, () -> {
            safe.set(client, null, null, "Girasol", false, 0);
            return true;
        });
        assertThat(town.get(nora, path())).hasStatusOk().bodyText().contains("Food for " + mark, "Nothing yet.");
        assertThat(town.get(nora, path() + "?saved=" + list)).hasStatusOk().bodyText().contains("Exactly this leaves.", "Girasol: Nora le prometió esto:", "- Food pantry, Pantry " + mark + ", 555-0100", address, "Reads at grade", "Fernández Huerta");
        assertThat(send("EMAIL " + address, words())).hasRedirectedUrl(path());
        Actor.machine().run(sending::sendDue);
        var mail = Arrays.stream(post.getReceivedMessages()).filter(it -> to(it).contains(address)).toList();
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getSubject()).isEqualTo("Lo prometido");
        assertThat(mail.getFirst().getContent().toString()).contains("Girasol: Nora le prometió esto:", "- Food pantry, Pantry " + mark + ", 555-0100").doesNotContain("Lena", "Fuchs", "Ito", "Food for", nora.agency().value().toString());
        assertThat(town.get(nora, path())).bodyText().contains("Sent");
        assertThat(town.get(nora, "/clients/" + client.text())).bodyText().contains("List of services sent: Food for " + mark, "asked for it on the phone");
    }

    @Test
    void what_is_not_safe_changed_meanwhile_or_too_long_is_refused_and_others_reach_nothing() {
        var before = words();
        add("Kitchen " + mark);
        assertThat(send("EMAIL " + address, before)).hasStatus(422).bodyText().contains("The list says something else by now", "- Food pantry, Kitchen " + mark);
        assertThat(send("EMAIL nobody@example.org", words())).hasStatus(422).bodyText().contains("Choose one of the ways offered.");
        assertThat(town.post(nora, path(), "saved", list.toString(), "way", "EMAIL " + address, "agreed", "", "read", words())).hasStatus(422).bodyText().contains("Write how they said");
        assertThat(town.post(nora, path(), "way", "EMAIL " + address, "agreed", "today")).hasStatus(422);
        assertThat(town.get(town.sam(), path())).hasStatus(404);
        assertThat(town.post(town.sam(), path(), "saved", list.toString(), "way", "EMAIL " + address, "agreed", "today", "read", before)).hasStatus(404);
        assertThat(town.get(nora, path() + "?saved=" + UUID.randomUUID())).hasStatus(404);
        for (int i = 0; i < 7; i++) {
            add("More " + i + " " + mark);
        }
        assertThat(town.get(nora, path() + "?saved=" + list)).hasStatusOk().bodyText().contains("This list is too long for a message.").doesNotContain("Exactly this leaves.");
        assertThat(send("EMAIL " + address, before)).hasStatus(422).bodyText().contains("This list is too long for a message.");
        reach(new SafeContact(null, "", null, null, List.of(Channel.EMAIL), ""));
        assertThat(town.get(nora, path() + "?saved=" + list)).bodyText().contains("never by this way");
        assertThat(town.as(nora, () -> sent.of(client))).isEmpty();
    }

    private UUID add(String name) {
        return town.as(town.vera(), () -> lists.add("Food for " + mark, services.add(AddService.of(name, "Food pantry", NeedCategory.FOOD, "555-0100"))));
    }

    private String words() {
        return town.as(nora, () -> sent.words(client, list));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult send(String way, String words) {
        return town.post(nora, path(), "saved", list.toString(), "way", way, "agreed", "asked for it on the phone", "read", words.replace("\n", "\r\n"));
    }

    private void reach(SafeContact contact) {
        nora.run(() -> town.clients().reach(client, town.clients().get(client).version(), contact, List.of(ContactPoint.email(address)), List.of()));
    }

    private static String to(jakarta.mail.internet.MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (jakarta.mail.MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String path() {
        return "/clients/" + client.text() + "/services-sent";
    }
}
