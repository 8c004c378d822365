package org.casebridge.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Where a request comes from, as far as tries are counted: an IPv4 address, or the first 64 bits of an IPv6 address, as one household holds all the rest. */
final class Network {

    private Network() {}

    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six ? HexFormat.of().formatHex(six.getAddress(), 0, 8) : address;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
