package io.quayside.vm.ports;

import java.net.InetAddress;

/// Addresses as literals; no name is ever looked up.
final class Addresses {
    static final String LOOPBACK = "127.0.0.1";
    static final String EVERYWHERE = "0.0.0.0";

    private Addresses() {}

    /// Whether an engine's word for where a port is published can be understood; empty means everywhere.
    static boolean isAddress(String text) {
        return text.isEmpty() || isLiteral(text);
    }

    static boolean isLiteral(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isEverywhere(String address) {
        return address.isEmpty() || InetAddress.ofLiteral(address).isAnyLocalAddress();
    }

    static boolean isLoopback(String address) {
        return InetAddress.ofLiteral(address).isLoopbackAddress();
    }
}
