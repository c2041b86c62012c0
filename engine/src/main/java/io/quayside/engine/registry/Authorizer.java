package io.quayside.engine.registry;

import io.quayside.engine.credential.Login;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;

/// Gets what a registry wants to be shown: a token of its token server, or name and password. Secrets go to the
/// registry and to the token server that it names, the latter only over TLS unless the registry itself has none.
///
/// @param client asks the token server
/// @param login who asks, if anyone
record Authorizer(OkHttpClient client, Optional<Login> login) {
    private static final long TOKEN_SIZE = 1 << 20;
    private static final String CLIENT = "quayside";

    /// The value of the `Authorization` header that meets a challenge, if it can be met.
    ///
    /// @param secure whether the registry speaks TLS
    Optional<String> answer(Challenge challenge, boolean secure, RegistryFailures failures)
            throws IOException, RegistryException {
        if (!challenge.bearer()) {
            return login.filter(known -> !known.isToken()).map(Authorizer::basic);
        }
        HttpUrl realm = HttpUrl.parse(challenge.field("realm"));
        if (realm == null || (secure && !realm.isHttps())) {
            throw new RegistryException.Unexpected(failures.host(), "its token server has no safe address");
        }
        Request request = login.isPresent() && login.get().isToken()
                ? byToken(realm, challenge, login.get())
                : byName(realm, challenge);
        try (Response response = client.newCall(request).execute()) {
            String body = response.peekBody(TOKEN_SIZE).string();
            if (!response.isSuccessful()) {
                throw failures.of(response, body, "a token");
            }
            return token(body).map(token -> "Bearer " + token);
        }
    }

    private Request byName(HttpUrl realm, Challenge challenge) {
        HttpUrl.Builder url = realm.newBuilder();
        for (String name : new String[] {"service", "scope"}) {
            if (!challenge.field(name).isEmpty()) {
                url.addQueryParameter(name, challenge.field(name));
            }
        }
        login.ifPresent(known -> url.addQueryParameter("account", known.username()));
        Request.Builder request = new Request.Builder().url(url.build());
        login.ifPresent(known -> request.header("Authorization", basic(known)));
        return request.build();
    }

    private static Request byToken(HttpUrl realm, Challenge challenge, Login login) {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("service", challenge.field("service"))
                .add("client_id", CLIENT)
                .add("scope", challenge.field("scope"))
                .add("refresh_token", login.secret())
                .build();
        return new Request.Builder().url(realm).post(form).build();
    }

    private static String basic(Login login) {
        return Credentials.basic(login.username(), login.secret(), StandardCharsets.UTF_8);
    }

    private static Optional<String> token(String body) {
        try (JsonIn in = Json.read(body)) {
            if (in.nextValue() && in.isObject()) {
                Map<String, String> fields = in.map(JsonIn::text);
                String token = fields.getOrDefault("token", fields.getOrDefault("access_token", ""));
                // What isn't plain text can't stand in a header.
                return token.matches("[\\x21-\\x7e]+") ? Optional.of(token) : Optional.empty();
            }
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "an authorizer";
    }
}
