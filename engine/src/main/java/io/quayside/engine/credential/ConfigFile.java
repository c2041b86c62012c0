package io.quayside.engine.credential;

import io.quayside.engine.credential.CredentialException.FileProblem;
import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// docker's `config.json` as it was when it was read. Whatever stands in it and isn't about logins is kept.
final class ConfigFile {
    private static final long SIZE_LIMIT = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultIndenter TABS = new DefaultIndenter("\t", "\n");

    private final Path file;
    private final ObjectNode root;

    private ConfigFile(Path file, ObjectNode root) {
        this.file = file;
        this.root = root;
    }

    static Path in(Path folder) {
        return folder.resolve("config.json");
    }

    /// Reads the file of a configuration folder; one that isn't there is empty.
    static ConfigFile read(Path folder) throws CredentialException {
        Path file = in(folder);
        try {
            if (Files.exists(file) && Files.size(file) > SIZE_LIMIT) {
                throw new FileProblem(file, "the file is larger than 4 MiB");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                return new ConfigFile(file, JSON.createObjectNode());
            }
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return new ConfigFile(file, object);
            }
            throw new FileProblem(file, "the file doesn't have a JSON object in it");
        } catch (NoSuchFileException e) {
            return new ConfigFile(file, JSON.createObjectNode());
        } catch (AccessDeniedException e) {
            throw new FileProblem(file, "this user may not read the file");
        } catch (JacksonException e) {
            // Its own words quote the file.
            throw new FileProblem(file, "the file isn't valid JSON" + where(e));
        } catch (IOException e) {
            throw new FileProblem(file, "the file can't be read");
        }
    }

    static ConfigFile emptyIn(Path folder) {
        return new ConfigFile(in(folder), JSON.createObjectNode());
    }

    /// Writes all of it into another folder, with these logins standing in the file, whoever keeps the others.
    void copyTo(Path folder, List<Login> logins) throws CredentialException {
        ConfigFile copy = new ConfigFile(in(folder), root.deepCopy());
        for (Login login : logins) {
            copy.set(login);
            // An empty name means this file, also where a helper keeps everything else.
            ObjectNode helpers = copy.root.get("credHelpers") instanceof ObjectNode known
                    ? known
                    : copy.root.putObject("credHelpers");
            helpers.put(login.server(), "");
        }
        copy.write();
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null ? "" : ", at line " + e.getLocation().getLineNr();
    }

    /// The helper for one registry, or for all.
    Optional<String> helperFor(String server) {
        String own = text(root.path("credHelpers"), server);
        return named(own.isEmpty() ? text(root, "credsStore") : own);
    }

    /// The helper for all registries without one of their own.
    Optional<String> commonHelper() {
        return named(text(root, "credsStore"));
    }

    /// Whether it says anything about logins: then docker goes by that alone.
    boolean hasAuth() {
        return commonHelper().isPresent()
                || !root.path("credHelpers").isEmpty()
                || !root.path("auths").isEmpty();
    }

    /// The helper for all registries is this one; the file says so from its next change on.
    void setCommonHelper(String name) {
        root.put("credsStore", name);
    }

    private static Optional<String> named(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /// The registries that have a helper of their own, with its name.
    Map<String, String> helpers() {
        Map<String, String> helpers = new LinkedHashMap<>();
        for (String server : root.path("credHelpers").propertyNames()) {
            named(text(root.path("credHelpers"), server)).ifPresent(name -> helpers.put(server, name));
        }
        return helpers;
    }

    /// The logins that stand in the file itself. Entries of logins that a helper keeps are there too, and empty.
    Map<String, Optional<Login>> logins() {
        Map<String, Optional<Login>> logins = new LinkedHashMap<>();
        JsonNode auths = root.path("auths");
        for (String server : auths.propertyNames()) {
            logins.put(server, login(server, auths.path(server)));
        }
        return logins;
    }

    /// As docker does: by the key itself, else by a key that is an address of this host.
    Optional<Login> login(String server) {
        JsonNode auths = root.path("auths");
        if (auths.has(server)) {
            return login(server, auths.path(server));
        }
        for (String key : auths.propertyNames()) {
            if (RegistryServer.hostOf(key).equals(server)) {
                return login(server, auths.path(key));
            }
        }
        return Optional.empty();
    }

    private static Optional<Login> login(String server, JsonNode entry) {
        String token = text(entry, "identitytoken");
        if (!token.isEmpty()) {
            return Optional.of(Login.withToken(server, token));
        }
        String auth = text(entry, "auth");
        if (auth.isEmpty()) {
            String username = text(entry, "username");
            return username.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Login.withPassword(server, username, text(entry, "password")));
        }
        String decoded = decoded(auth);
        int colon = decoded.indexOf(':');
        return colon <= 0
                ? Optional.empty()
                : Optional.of(Login.withPassword(
                        server, decoded.substring(0, colon), withoutZeros(decoded.substring(colon + 1))));
    }

    private static String decoded(String auth) {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /// Older versions of docker padded passwords.
    private static String withoutZeros(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String text(JsonNode in, String field) {
        JsonNode value = in.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    /// Writes a login into the file.
    void put(Login login) throws CredentialException {
        set(login);
        write();
    }

    private void set(Login login) {
        ObjectNode entry = entryOf(login.server());
        String user = login.isToken() ? "" : login.username();
        String password = login.isToken() ? "" : login.secret();
        entry.removeAll();
        entry.put("auth", Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        if (login.isToken()) {
            entry.put("identitytoken", login.secret());
        }
    }

    /// Notes that a helper keeps the login of this registry.
    void putMark(String server) throws CredentialException {
        entryOf(server).removeAll();
        write();
    }

    private ObjectNode entryOf(String server) {
        ObjectNode auths = root.get("auths") instanceof ObjectNode known ? known : root.putObject("auths");
        return auths.get(server) instanceof ObjectNode known ? known : auths.putObject(server);
    }

    /// Removes what the file has about a registry, if it has anything.
    void remove(String server) throws CredentialException {
        @Nullable JsonNode auths = root.get("auths");
        if (auths instanceof ObjectNode known && known.remove(server) != null) {
            write();
        }
    }

    /// A link stays one: people keep this file elsewhere.
    private void write() throws CredentialException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path target = Files.exists(file) ? file.toRealPath() : file;
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(TABS);
            AtomicFile.write(target, JSON.writer().with(printer).writeValueAsBytes(root));
        } catch (IOException e) {
            throw new FileProblem(file, "the file can't be written");
        }
    }
}
