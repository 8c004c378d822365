package org.casebridge.accounts.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.accounts.InvitePerson;
import org.casebridge.accounts.Invitations;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the first administrator of a new installation in: {@code casebridge invite --administrator "Adam Osei"}. */
@Command(name = "invite", description = "Make an administrator's account and the link by which its person chooses a password. Good once, for 72 hours.")
public final class Invite implements Callable<Integer> {

    @Mixin Console console;

    @Option(names = "--administrator", paramLabel = "NAME", required = true, description = "Whom the account is for.")
    String name;

    @Option(names = "--username", paramLabel = "USER", description = "Their user name. Default: the name in small letters, with dots.")
    @Nullable String username;

    @Override
    public Integer call() {
        return console.use(Invitations.class, invitations -> {
            var user = username == null ? name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") : username;
            var invited = Actor.machine().act(() -> invitations.invite(new InvitePerson(name, user, Role.ADMINISTRATOR), "en"));
            return Outcome.done("The account %s waits for %s. Hand over this address of your server, in person or by a way that only they read; it opens once, within 72 hours:%n%s"
                    .formatted(invited.username(), name, invitations.address(invited)), invited);
        });
    }
}
