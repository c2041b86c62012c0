package io.quayside.engine.credential;

import io.quayside.engine.internal.codec.LoginCodec;
import io.quayside.engine.model.RegistryAuth;
import java.nio.charset.StandardCharsets;

/// Who asks a registry, and by what secret. It never shows the secret, except to those who ask for it by name.
public final class Login {
    /// The name that `docker` gives a login which is a token.
    static final String TOKEN_USER = "<token>";

    private final String server;
    private final String username;
    private final String secret;
    private final boolean token;

    private Login(String server, String username, String secret, boolean token) {
        this.server = server;
        this.username = username;
        this.secret = secret;
        this.token = token;
    }

    /// A login by name and password, or by name and an access token in its place.
    ///
    /// @param server the registry as docker keeps it, see [RegistryServer]
    public static Login withPassword(String server, String username, String password) {
        return new Login(server, username, password, false);
    }

    /// A login by an identity token that the registry gave.
    public static Login withToken(String server, String token) {
        return new Login(server, TOKEN_USER, token, true);
    }

    /// The registry as docker keeps it: `https://index.docker.io/v1/`, or `host:port`.
    public String server() {
        return server;
    }

    /// The user's name; `<token>` for a token.
    public String username() {
        return username;
    }

    /// Whether the secret is an identity token.
    public boolean isToken() {
        return token;
    }

    /// The password or token. Don't keep it, and don't put it into words.
    public String secret() {
        return secret;
    }

    /// In the form that pulls, pushes and builds take.
    public RegistryAuth forEngine() {
        return RegistryAuth.ofJson(new String(LoginCodec.write(this), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a login for " + server;
    }
}
