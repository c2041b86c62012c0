package io.quayside.engine.registry;

import io.quayside.engine.credential.Login;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one repository of a registry, as engines do when they pull. Calls block; interrupting the thread ends them.
/// Any thread may call.
public final class RegistryClient {
    /// Where engines look for certificates of registries.
    public static final List<Path> SYSTEM_CERTIFICATES = RegistryCertificates.folders();

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final long ANSWER_SIZE = 8 << 20;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final List<String> MANIFESTS = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private final RemoteRepository repository;
    private final OkHttpClient client;
    private final Authorizer authorizer;
    private final RegistryFailures failures;
    private volatile @Nullable String authorization;
    private volatile boolean plain;

    private RegistryClient(RemoteRepository repository, OkHttpClient client, Optional<Login> login) {
        this.repository = repository;
        this.client = client;
        this.authorizer = new Authorizer(client, login);
        this.failures = new RegistryFailures(repository.host());
    }

    /// A client for a repository. Nothing is asked yet.
    ///
    /// @param login who asks, if anyone
    /// @param certificateFolders such as [#SYSTEM_CERTIFICATES]: in `HOST/*.crt` of each are further authorities
    public static RegistryClient open(RemoteRepository repository, Optional<Login> login, List<Path> certificateFolders)
            throws RegistryException {
        // Trying two addresses at once takes a thread, and an interrupt out of our hands.
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .fastFallback(false);
        try {
            RegistryTrust.attach(builder, certificateFolders, repository.host());
        } catch (GeneralSecurityException | IOException e) {
            throw new RegistryException.Unreachable(
                    repository.host(), "its certificates can't be read: " + e.getMessage());
        }
        return new RegistryClient(repository, builder.build(), login);
    }

    /// A client for another repository of the same registry, on the same connections.
    public RegistryClient of(RemoteRepository other) {
        RegistryClient next = new RegistryClient(other, client, authorizer.login());
        next.plain = plain;
        return next;
    }

    /// A client that only knocks.
    ///
    /// @param server the registry as logins name it
    public static RegistryClient open(String server, List<Path> certificateFolders) throws RegistryException {
        return open(RemoteRepository.noneOf(server), Optional.empty(), certificateFolders);
    }

    /// How a registry answers at its door.
    ///
    /// @param protocol such as `TLS 1.3`; empty if nothing is encrypted
    /// @param open whether it asks for no login there
    public record Door(String protocol, boolean open) {}

    /// Whether the registry is there: asks for nothing in it, and shows no login.
    public Door knock() throws RegistryException {
        try (Response response = send(new Request.Builder(), "/v2/", null)) {
            if (response.code() != 200 && response.code() != 401) {
                throw new RegistryException.Unexpected(repository.host(), "status " + response.code());
            }
            String protocol = response.handshake() == null
                    ? ""
                    : response.handshake().tlsVersion().javaName().replace("TLSv", "TLS ");
            return new Door(protocol, response.code() == 200);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    /// Some tags of the repository.
    ///
    /// @param from [TagPage#next()] of the page before, or empty for the first
    /// @param count how many are wanted; registries may give fewer or more
    public TagPage tags(Optional<String> from, int count) throws RegistryException {
        String address = from.orElseGet(() -> "/v2/" + repository.path() + "/tags/list?n=" + count);
        try (Response response = ask(new Request.Builder(), address, repository.path())) {
            List<String> tags = tags(response.peekBody(ANSWER_SIZE).string());
            return new TagPage(tags, next(response));
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private List<String> tags(String body) throws RegistryException {
        try (JsonIn in = Json.read(body)) {
            if (in.nextValue() && in.isObject()) {
                in.enterObject();
                while (in.nextField()) {
                    if (in.name().equals("tags")) {
                        return in.texts();
                    }
                    in.skip();
                }
                return List.of();
            }
        } catch (JacksonException e) {
            throw new RegistryException.Unexpected(repository.host(), "tags that can't be read");
        }
        throw new RegistryException.Unexpected(repository.host(), "no tags");
    }

    /// Only the path is taken: another host has no business with our login.
    private static Optional<String> next(Response response) {
        Matcher m = NEXT.matcher(String.join(", ", response.headers("Link")));
        HttpUrl url = m.find() ? response.request().url().resolve(String.valueOf(m.group(1))) : null;
        return url == null
                ? Optional.empty()
                : Optional.of(url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery()));
    }

    /// The digest that a tag stands for now, without fetching anything; empty if the registry doesn't say.
    public Optional<String> digest(String tag) throws RegistryException {
        Request.Builder request = new Request.Builder().head().header("Accept", String.join(", ", MANIFESTS));
        try (Response response =
                ask(request, "/v2/" + repository.path() + "/manifests/" + tag, repository.path() + ":" + tag)) {
            return Optional.ofNullable(response.header("Docker-Content-Digest"))
                    .filter(digest -> digest.matches("[a-z0-9+._-]+:[0-9a-fA-F]{32,}"));
        }
    }

    /// How many bytes an image's layers have as they are pulled; empty if the registry has none for this processor, or
    /// doesn't say. Fetches one or two small documents, which Docker Hub counts as a pull.
    ///
    /// @param tag or a digest
    /// @param architecture as images name it, such as `arm64`
    public OptionalLong size(String tag, String architecture) throws RegistryException {
        try {
            JsonNode manifest = manifest(tag);
            if (manifest.has("manifests")) {
                Optional<String> own = own(manifest, architecture);
                if (own.isEmpty()) {
                    return OptionalLong.empty();
                }
                manifest = manifest(own.get());
            }
            if (!manifest.path("layers").isArray()) {
                return OptionalLong.empty();
            }
            long sum = 0;
            for (JsonNode layer : manifest.path("layers")) {
                sum += Math.max(0, layer.path("size").asLong(0));
            }
            return OptionalLong.of(sum);
        } catch (JacksonException e) {
            throw new RegistryException.Unexpected(repository.host(), "a manifest that can't be read");
        }
    }

    private static Optional<String> own(JsonNode list, String architecture) {
        for (JsonNode each : list.path("manifests")) {
            JsonNode platform = each.path("platform");
            String digest = each.path("digest").asString("");
            if (platform.path("os").asString("").equals("linux")
                    && platform.path("architecture").asString("").equals(architecture)
                    && digest.matches("[a-z0-9+._-]+:[0-9a-fA-F]{32,}")) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }

    private JsonNode manifest(String tag) throws RegistryException {
        Request.Builder request = new Request.Builder().header("Accept", String.join(", ", MANIFESTS));
        try (Response response =
                ask(request, "/v2/" + repository.path() + "/manifests/" + tag, repository.path() + ":" + tag)) {
            return JsonMapper.shared().readTree(response.peekBody(ANSWER_SIZE).string());
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private Response ask(Request.Builder request, String address, String what) throws RegistryException {
        try {
            Response response = send(request, address, authorization);
            if (response.code() == 401) {
                Optional<Challenge> challenge = Challenge.of(response.headers("WWW-Authenticate"));
                Optional<String> answer = challenge.isPresent()
                        ? authorizer.answer(challenge.get(), response.request().isHttps(), failures)
                        : Optional.empty();
                if (answer.isPresent()) {
                    response.close();
                    authorization = answer.get();
                    response = send(request, address, authorization);
                }
            }
            return checked(response, what);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private Response checked(Response response, String what) throws IOException, RegistryException {
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw failures.of(response, response.peekBody(ANSWER_SIZE).string(), what);
        }
    }

    /// Engines ask a registry on this computer without TLS when it has none.
    private Response send(Request.Builder request, String address, @Nullable String shown)
            throws IOException, RegistryException {
        if (!plain) {
            try {
                return execute(request, "https://", address, shown);
            } catch (SSLException | ProtocolException e) {
                if (!isOnThisComputer() || failures.of(e) instanceof RegistryException.Untrusted) {
                    throw e;
                }
                plain = true;
            }
        }
        return execute(request, "http://", address, shown);
    }

    private Response execute(Request.Builder request, String scheme, String address, @Nullable String shown)
            throws IOException, RegistryException {
        HttpUrl url = HttpUrl.parse(scheme + repository.host() + address);
        if (url == null) {
            throw new RegistryException.UnknownHost(repository.host());
        }
        Request.Builder asking = request.url(url).header("User-Agent", "Quayside");
        if (shown != null) {
            asking.header("Authorization", shown);
        }
        return client.newCall(asking.build()).execute();
    }

    private boolean isOnThisComputer() {
        String host = repository.host();
        return host.equals("localhost") || host.startsWith("localhost:") || host.matches("127\\.[0-9.]+(:[0-9]+)?");
    }
}
