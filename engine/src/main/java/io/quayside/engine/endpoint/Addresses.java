package io.quayside.engine.endpoint;

/// Host names and ports in addresses; an IPv6 host is bracketed.
final class Addresses {

    private Addresses() {}

    static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    static String hostAndPort(String host, int port) {
        return bracketed(host) + ":" + port;
    }
}
