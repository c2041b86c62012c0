package io.quayside.engine.credential;

import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import io.quayside.engine.internal.http.SafeText;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// A program that keeps logins, `docker-credential-NAME`, spoken to as docker does: an action as its argument, what it
/// is about on its input, the answer on its output. On failure its output has the reason.
///
/// @param runner runs it
/// @param name the last part of its name
record CredentialHelper(ProcessRunner runner, String name) {
    /// It may ask the user to unlock a key ring.
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final String NOT_FOUND = "credentials not found in native keychain";

    String program() {
        return "docker-credential-" + name;
    }

    /// The login for a registry, if it has one.
    Optional<Login> get(String server) throws CredentialException {
        ProcessOutcome outcome = run("get", server, Set.of());
        if (!outcome.succeeded()) {
            if (outcome.output().strip().equals(NOT_FOUND)) {
                return Optional.empty();
            }
            throw failed(outcome);
        }
        Map<String, String> fields = fields(outcome);
        String username = fields.getOrDefault("Username", "");
        String secret = fields.getOrDefault("Secret", "");
        return Optional.of(
                username.equals(Login.TOKEN_USER)
                        ? Login.withToken(server, secret)
                        : Login.withPassword(server, username, secret));
    }

    void store(Login login) throws CredentialException {
        byte[] json = Json.write(out -> out.object(() -> out.text("ServerURL", login.server())
                .text("Username", login.username())
                .text("Secret", login.secret())));
        ProcessOutcome outcome = run("store", new String(json, StandardCharsets.UTF_8), Set.of(login.secret()));
        if (!outcome.succeeded()) {
            throw failed(outcome);
        }
    }

    void erase(String server) throws CredentialException {
        ProcessOutcome outcome = run("erase", server, Set.of());
        if (!outcome.succeeded() && !outcome.output().strip().equals(NOT_FOUND)) {
            throw failed(outcome);
        }
    }

    /// The users' names by registry.
    Map<String, String> list() throws CredentialException {
        ProcessOutcome outcome = run("list", "unused", Set.of());
        if (!outcome.succeeded()) {
            throw failed(outcome);
        }
        return fields(outcome);
    }

    private ProcessOutcome run(String action, String input, Set<String> secrets) throws CredentialException {
        Path program = NAME.matcher(name).matches() ? runner.find(program()).orElse(null) : null;
        if (program == null) {
            throw new CredentialException.HelperMissing(SafeText.of(program()));
        }
        try {
            return runner.run(ProcessRequest.of(program.toString(), action)
                    .withInput(input)
                    .withSecrets(secrets)
                    .withDeadline(DEADLINE));
        } catch (ProcessFailure e) {
            throw new CredentialException.HelperFailed(
                    program(),
                    switch (e) {
                        case ProcessFailure.NotStarted _ -> "it couldn't be started";
                        case ProcessFailure.Overdue _ -> "it didn't answer in time";
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException.HelperFailed(program(), "interrupted");
        }
    }

    /// What it printed isn't quoted: it may have a secret in it.
    private Map<String, String> fields(ProcessOutcome outcome) throws CredentialException {
        try (JsonIn in = Json.read(outcome.output())) {
            if (!outcome.outputCut() && in.nextValue() && in.isObject()) {
                return in.map(JsonIn::text);
            }
        } catch (JacksonException e) {
            assert e.getLocation() != null;
        }
        throw new CredentialException.HelperFailed(program(), "it answered with something that isn't a login");
    }

    private CredentialException failed(ProcessOutcome outcome) {
        String words = outcome.output().isBlank() ? outcome.errors() : outcome.output();
        return new CredentialException.HelperFailed(program(), SafeText.of(words.strip()));
    }
}
