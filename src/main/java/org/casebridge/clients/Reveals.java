package org.casebridge.clients;

import org.casebridge.access.Asking;
import org.casebridge.audit.Deeds;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Shows what is hidden: one field at a time, for a purpose, and only when it has been written down (45 CFR 164.312(b)). A row is found by its client and its key; of another client's
 * nobody learns even that there is one.
 */
@Service
public class Reveals {

    /** The field's name in the log where it is no number; numbers are named by their kind. */
    public static final String ADDRESS = "ADDRESS";

    private final Clients clients;
    private final Deeds deeds;
    private final TransactionOperations transaction;

    Reveals(Clients clients, Deeds deeds, TransactionOperations transaction) {
        this.clients = clients;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    public Identifier number(ClientId client, IdentifierId number, RevealPurpose why) {
        return noted(why, () -> {
            var found = clients.get(client).identifiers().stream().filter(it -> it.hidden() && number.equals(it.id())).findFirst().orElseThrow(Reveals::unknown);
            open(found.broken());
            deeds.revealed(client.value(), found.kind().name(), number.text());
            return found;
        });
    }

    public Address address(ClientId client, AddressId address, RevealPurpose why) {
        return noted(why, () -> {
            var found = clients.get(client).addresses().stream().filter(it -> it.confidential() && address.equals(it.id())).findFirst().orElseThrow(Reveals::unknown);
            open(found.broken());
            deeds.revealed(client.value(), ADDRESS, address.text());
            return found;
        });
    }

    /** What was found is given out when the note of it is committed, and not before. */
    private <T> T noted(RevealPurpose why, java.util.function.Supplier<T> find) {
        return Asking.purpose(why.name(), () -> java.util.Objects.requireNonNull(transaction.execute(_ -> find.get())));
    }

    private static void open(boolean broken) {
        if (broken) {
            throw Refused.conflict("This was changed outside Casebridge and does not open. Tell your privacy officer and whoever runs the server.");
        }
    }

    private static Refused unknown() {
        return Refused.notFound("This record holds no such hidden number or address.");
    }
}
