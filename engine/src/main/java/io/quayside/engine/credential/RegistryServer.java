package io.quayside.engine.credential;

/// Which registry a name belongs to, by docker's rules.
public final class RegistryServer {
    /// The key of Docker Hub, the only one that is an address with a path.
    public static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private RegistryServer() {}

    /// The registry of an image: the part of its name before the first slash, if that has a dot or a colon in it or is
    /// `localhost`; else Docker Hub.
    public static String ofImage(String reference) {
        int slash = reference.indexOf('/');
        String first = slash < 0 ? "" : reference.substring(0, slash);
        boolean host =
                first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost") || hasCapitals(first);
        return host && !first.equals("docker.io") && !first.equals("index.docker.io") ? first : DOCKER_HUB;
    }

    /// No repository has capital letters in its name, so this can only be a host.
    private static boolean hasCapitals(String first) {
        return first.chars().anyMatch(Character::isUpperCase);
    }

    /// The registry that somebody typed, with or without scheme and path.
    public static String ofTyped(String text) {
        String host = hostOf(text.strip());
        return switch (host) {
            case "", "docker.io", "index.docker.io", "registry-1.docker.io", "hub.docker.com" -> DOCKER_HUB;
            default -> host;
        };
    }

    /// Host and port of a key that may be an address.
    static String hostOf(String key) {
        String rest = key.startsWith("https://")
                ? key.substring("https://".length())
                : key.startsWith("http://") ? key.substring("http://".length()) : key;
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
