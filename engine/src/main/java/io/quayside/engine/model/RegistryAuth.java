package io.quayside.engine.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A login for a registry, in the form that engines take (`X-Registry-Auth`). It never shows what it holds.
public final class RegistryAuth {
    private final String header;

    private RegistryAuth(String header) {
        this.header = header;
    }

    /// A login from the JSON object that engines know: `username`, `password`, `serveraddress`, or `identitytoken`.
    public static RegistryAuth ofJson(String json) {
        return new RegistryAuth(Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// The value of the header. It is a secret.
    public String headerValue() {
        return header;
    }

    @Override
    public String toString() {
        return "a registry login";
    }
}
