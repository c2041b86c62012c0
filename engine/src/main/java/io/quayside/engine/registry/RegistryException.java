package io.quayside.engine.registry;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why a registry gave no answer. What it said itself is untrusted text, made safe for a line. No message has a secret
/// in it.
public abstract sealed class RegistryException extends Exception {
    private final String host;

    private RegistryException(String host, String message) {
        super(message);
        this.host = host;
    }

    /// The registry's host, and port if any.
    public String host() {
        return host;
    }

    /// It doesn't let us: no login, a wrong one, or one without the right.
    public static final class Denied extends RegistryException {
        private final String words;

        Denied(String host, String words) {
            super(host, host + " denies access" + (words.isEmpty() ? "" : ": " + words));
            this.words = words;
        }

        /// The registry's own words, or empty.
        public String words() {
            return words;
        }
    }

    /// It doesn't have this repository or tag.
    public static final class NotFound extends RegistryException {
        NotFound(String host, String what) {
            super(host, host + " doesn't have " + what);
        }
    }

    /// It has been asked too often.
    public static final class RateLimited extends RegistryException {
        private final Optional<Duration> retryAfter;

        RateLimited(String host, Optional<Duration> retryAfter) {
            super(host, host + " has been asked too often");
            this.retryAfter = retryAfter;
        }

        /// How long it wants to be left alone, if it says.
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /// Its certificate isn't one that this computer trusts.
    public static final class Untrusted extends RegistryException {
        private final String issuer;
        private final transient List<X509Certificate> chain;

        Untrusted(String host, String issuer, List<X509Certificate> chain, String why) {
            super(host, "The certificate of " + host + " isn't trusted: " + why);
            this.issuer = issuer;
            this.chain = List.copyOf(chain);
        }

        /// The certificates that it showed, its own first; empty if its own is good but for another name.
        public List<X509Certificate> chain() {
            return chain;
        }

        /// Who issued the certificate, such as `CN=Company CA`; empty if that isn't known.
        public String issuer() {
            return issuer;
        }
    }

    /// Its name isn't known to the network.
    public static final class UnknownHost extends RegistryException {
        UnknownHost(String host) {
            super(host, "The host " + host + " isn't known");
        }
    }

    /// No connection, or one that broke.
    public static final class Unreachable extends RegistryException {
        Unreachable(String host, String why) {
            super(host, "No answer from " + host + ": " + why);
        }
    }

    /// It answered with something that a registry doesn't answer.
    public static final class Unexpected extends RegistryException {
        Unexpected(String host, String what) {
            super(host, host + " answered unexpectedly: " + what);
        }
    }

    /// We ended the call ourselves by interrupting its thread.
    public static final class Cancelled extends RegistryException {
        Cancelled(String host) {
            super(host, "Cancelled");
        }
    }
}
