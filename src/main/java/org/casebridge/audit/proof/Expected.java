package org.casebridge.audit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** All rows that the seals name, by number; and which of them were met. A number stands twice where a restored database gave it again. */
final class Expected {

    record Place(long id, Seal seal, int at) {

        byte[] leaf() {
            return seal.leaf(at);
        }
    }

    private final Place[] places;
    private final BitSet met = new BitSet();

    Expected(List<Seal> seals) {
        var all = new ArrayList<Place>();
        for (var seal : seals) {
            for (int i = 0; i < seal.ids().length; i++) {
                all.add(new Place(seal.ids()[i], seal, i));
            }
        }
        places = all.toArray(Place[]::new);
        Arrays.sort(places, Comparator.comparingLong(Place::id));
    }

    boolean knows(long id) {
        int at = first(id);
        return at < places.length && places[at].id == id;
    }

    /** The place where a row with this number and hash was sealed and was not met before, now met; null when there is none. */
    @org.jspecify.annotations.Nullable Seal meet(long id, byte[] leaf) {
        Seal found = null;
        for (int i = first(id); i < places.length && places[i].id == id; i++) {
            if (!met.get(i) && Arrays.equals(places[i].leaf(), leaf)) {
                met.set(i);
                found = places[i].seal;
            }
        }
        return found;
    }

    List<Place> unmet(Predicate<Place> which) {
        var left = new ArrayList<Place>();
        for (int i = met.nextClearBit(0); i < places.length; i = met.nextClearBit(i + 1)) {
            if (which.test(places[i])) {
                left.add(places[i]);
            }
        }
        return left;
    }

    private int first(long id) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle].id < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
