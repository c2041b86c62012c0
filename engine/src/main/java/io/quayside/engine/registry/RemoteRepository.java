package io.quayside.engine.registry;

import io.quayside.engine.credential.RegistryServer;

/// A repository in a registry.
///
/// @param server the registry as logins name it, see [RegistryServer]
/// @param host the host, and port if any, that is asked
/// @param path the repository's name there, such as `library/redis`
public record RemoteRepository(String server, String host, String path) {
    private static final String HUB_HOST = "registry-1.docker.io";

    /// The repository that an image's reference is about, whatever its tag or digest.
    public static RemoteRepository ofImage(String reference) {
        String name = withoutVersion(reference);
        String server = RegistryServer.ofImage(reference);
        if (!server.equals(RegistryServer.DOCKER_HUB)) {
            return new RemoteRepository(server, server, name.substring(server.length() + 1));
        }
        String path = name;
        for (String host : new String[] {"docker.io/", "index.docker.io/"}) {
            path = path.startsWith(host) ? path.substring(host.length()) : path;
        }
        return new RemoteRepository(server, HUB_HOST, path.indexOf('/') < 0 ? "library/" + path : path);
    }

    /// The registry itself, whatever is in it.
    static RemoteRepository noneOf(String server) {
        return new RemoteRepository(server, server.equals(RegistryServer.DOCKER_HUB) ? HUB_HOST : server, "");
    }

    /// The tag in an image's reference, `latest` if it has none.
    public static String tag(String reference) {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(colon + 1) : "latest";
    }

    private static String withoutVersion(String reference) {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }
}
