package org.casebridge.clients;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who lives with a client. {@code size} counts all; {@code members} are those within one's reach. */
public record Household(@Nullable UUID id, List<Member> members, int size) {

    /** Someone who lives there; {@code client} when they are a client themselves, and then the name is theirs. */
    public record Member(MemberId id, @Nullable ClientId client, String name, @Nullable LocalDate bornOn, HouseholdRole role, LocalDate joinedOn) {}

    static Household none() {
        return new Household(null, List.of(), 0);
    }

    /** Those of them who are clients. */
    public List<ClientId> clients() {
        return members.stream().map(Member::client).filter(Objects::nonNull).toList();
    }

    public Optional<Member> head() {
        return members.stream().filter(it -> it.role() == HouseholdRole.HEAD).findFirst();
    }

    /** How many live there of whom one sees nothing. */
    public int unseen() {
        return size - members.size();
    }
}
