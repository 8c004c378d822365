package org.casebridge.clients.web;

import static org.casebridge.clients.web.Rows.list;
import static org.casebridge.clients.web.Rows.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.Address;
import org.casebridge.clients.Channel;
import org.casebridge.clients.Client;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.YesNo;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;

/** The part of a form that says how to reach somebody, safely. */
record How(@Size(max = 20) @Nullable List<Rows.@Valid Phone> phones, @Size(max = 20) @Nullable List<Rows.@Valid Mail> mails,
           @Size(max = 20) @Nullable List<Rows.@Valid Place> places,
           @Nullable Channel prefers, @Size(max = 100) @Nullable String bestTimes, @Nullable YesNo leaveMessage, @Nullable YesNo sayWho, @Nullable List<Channel> never,
           @Size(max = 1000) @Nullable String words) {

    static How of(Client client) {
        var contact = client.contact();
        return new How(client.points().stream().filter(it -> it.kind() == ContactPoint.Kind.PHONE).map(Rows.Phone::of).toList(),
                client.points().stream().filter(it -> it.kind() == ContactPoint.Kind.EMAIL).map(Rows.Mail::of).toList(),
                client.addresses().stream().map(Rows.Place::of).toList(),
                contact.prefers(), contact.bestTimes(), contact.leaveMessage(), contact.sayWho(), contact.never(), contact.words());
    }

    List<ContactPoint> points() {
        var points = new ArrayList<ContactPoint>();
        list(phones).stream().filter(it -> !text(it.number()).isBlank()).map(Rows.Phone::said).forEach(points::add);
        list(mails).stream().filter(it -> !text(it.address()).isBlank()).map(Rows.Mail::said).forEach(points::add);
        return points;
    }

    /** A phone or an e-mail address that is there twice, and a confidential address that would open by a tick alone, are told beside their fields. */
    void check(Form<?> form) {
        Rows.twice(Rows.all(phones).stream().map(it -> it == null || text(it.number()).isBlank() ? "" : it.said().same()).toList(),
                i -> form.refuse("how.phones[" + i + "].number", "This phone number is there twice. Keep one of them."));
        Rows.twice(Rows.all(mails).stream().map(it -> it == null || text(it.address()).isBlank() ? "" : it.said().same()).toList(),
                i -> form.refuse("how.mails[" + i + "].address", "This e-mail address is there twice. Keep one of them."));
        var said = Rows.all(places);
        for (int i = 0; i < said.size(); i++) {
            var place = said.get(i);
            if (place != null && place.untold() && !Boolean.TRUE.equals(place.gone()) && !Boolean.TRUE.equals(place.confidential())) {
                form.refuse("how.places[" + i + "].confidential", "Write the address anew if everybody who reaches the record may read it from now on.");
            }
        }
    }

    /** {@code before} are the addresses as they were, whose countries stay, whose place on the map does while the address is the same, and the confidential ones that were left as they are. */
    List<Address> addresses(List<Address> before) {
        var said = list(places);
        var addresses = new ArrayList<Address>();
        for (int i = 0; i < said.size(); i++) {
            var was = i < before.size() ? before.get(i) : null;
            var typed = said.get(i).said(was == null ? "US" : was.country(), before);
            var address = was != null && was.samePlace(typed) ? typed.at(was.latitude(), was.longitude()) : typed;
            if (!address.blank() && !Boolean.TRUE.equals(said.get(i).gone())) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    SafeContact contact() {
        return new SafeContact(prefers, text(bestTimes), leaveMessage, sayWho, list(never).stream().distinct().toList(), text(words));
    }
}
