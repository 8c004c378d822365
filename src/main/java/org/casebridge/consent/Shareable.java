package org.casebridge.consent;

import java.util.List;
import java.util.function.Function;
import org.casebridge.clients.ClientId;

/** What a module above can share of a client's record, offered as a bean: its part, and the rows of it within the acting person's reach, in their language. */
public interface Shareable {

    Part part();

    List<Piece> pieces(ClientId client);

    static Shareable of(Part part, Function<ClientId, List<Piece>> pieces) {
        return new Shareable() {
            @Override
            public Part part() { return part; }

            @Override
            public List<Piece> pieces(ClientId client) { return pieces.apply(client); }
        };
    }
}
