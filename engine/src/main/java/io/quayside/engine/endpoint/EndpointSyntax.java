package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.EngineEndpoint.NamedPipe;
import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The grammar of addresses.
final class EndpointSyntax {

    static final List<String> SCHEMES = List.of("unix", "npipe", "tcp", "http", "https", "ssh");

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:(?<user>[^@/]*)@)?(?:\\[(?<six>[0-9A-Fa-f:.%\\w-]+)]|(?<host>[^:/\\[\\]]*))(?::(?<port>[^/:]*))?(?<path>/.*)?");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[[^]/]+]|[^:/@]+):[0-9]+");
    private static final Pattern USER = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+\\\\-]*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int DOCKER_PORT = 2375;
    private static final int DOCKER_TLS_PORT = 2376;

    private EndpointSyntax() {}

    static EngineEndpoint parse(String text) throws EndpointSyntaxException {
        String address = text.strip();
        if (address.isEmpty()) {
            throw new EndpointSyntaxException(text, "The address is empty");
        }
        if (address.codePoints().anyMatch(Character::isISOControl)) {
            throw new EndpointSyntaxException(text, "The address has control characters in it");
        }
        Matcher m = SCHEME.matcher(address);
        if (!m.matches()) {
            if (HOST_AND_PORT.matcher(address).matches()) {
                return tcp(text, address);
            }
            throw new EndpointSyntaxException(
                    text,
                    "The address has no scheme; it starts with one of " + listed() + ", as in unix:///run/docker.sock");
        }
        String rest = m.group(2);
        return switch (m.group(1).toLowerCase(Locale.ROOT)) {
            case "unix" -> unix(text, rest);
            case "npipe" -> pipe(text, rest);
            case "tcp", "http" -> tcp(text, rest);
            case "https" -> https(text, rest);
            case "ssh" -> ssh(text, rest);
            default ->
                throw new EndpointSyntaxException(
                        text, "The scheme “" + m.group(1) + "” isn't known; known are " + listed());
        };
    }

    private static EngineEndpoint unix(String text, String rest) throws EndpointSyntaxException {
        if (!rest.startsWith("/")) {
            throw new EndpointSyntaxException(
                    text, "A Unix socket needs an absolute path, as in unix:///run/docker.sock");
        }
        try {
            return new UnixSocket(Path.of(rest));
        } catch (InvalidPathException e) {
            throw new EndpointSyntaxException(text, "“" + rest + "” can't be a path here: " + e.getReason());
        }
    }

    private static EngineEndpoint pipe(String text, String rest) throws EndpointSyntaxException {
        String path = rest.replace('/', '\\');
        if (!path.startsWith("\\\\") || !path.toLowerCase(Locale.ROOT).contains("\\pipe\\") || path.endsWith("\\")) {
            throw new EndpointSyntaxException(text, "A named pipe is written as in npipe:////./pipe/docker_engine");
        }
        return new NamedPipe(path);
    }

    private static EngineEndpoint tcp(String text, String rest) throws EndpointSyntaxException {
        Matcher m = authority(text, rest);
        return new Tcp(host(text, m), port(text, m, DOCKER_PORT));
    }

    private static EngineEndpoint https(String text, String rest) throws EndpointSyntaxException {
        Matcher m = authority(text, rest);
        return new TlsTcp(host(text, m), port(text, m, DOCKER_TLS_PORT), new TlsMaterial(null, null, null));
    }

    private static EngineEndpoint ssh(String text, String rest) throws EndpointSyntaxException {
        Matcher m = authority(text, rest);
        String user = m.group("user");
        if (user != null && user.contains(":")) {
            throw new EndpointSyntaxException(
                    "ssh://…", "A password in the address isn't supported; use a key or an agent");
        }
        if (user != null && !USER.matcher(user).matches()) {
            throw new EndpointSyntaxException(text, "“" + user + "” isn't a user name");
        }
        String path = m.group("path");
        return new Ssh(user, host(text, m), port(text, m, 0), path == null || path.equals("/") ? null : path);
    }

    private static Matcher authority(String text, String rest) throws EndpointSyntaxException {
        Matcher m = AUTHORITY.matcher(rest);
        if (!m.matches()) {
            throw new EndpointSyntaxException(
                    text, "“" + rest + "” isn't HOST:PORT; an IPv6 address is written as [::1]:2375");
        }
        return m;
    }

    private static String host(String text, Matcher m) throws EndpointSyntaxException {
        String six = m.group("six");
        if (six != null) {
            return six;
        }
        String host = m.group("host");
        if (host.isEmpty()) {
            throw new EndpointSyntaxException(text, "The address has no host");
        }
        if (!HOST.matcher(host).matches()) {
            throw new EndpointSyntaxException(text, "“" + host + "” isn't a host name");
        }
        return host;
    }

    private static int port(String text, Matcher m, int standard) throws EndpointSyntaxException {
        String port = m.group("port");
        if (port == null) {
            return standard;
        }
        int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65535) {
            throw new EndpointSyntaxException(text, "“" + port + "” isn't a port; ports are 1 to 65535");
        }
        return number;
    }

    private static String listed() {
        return String.join(", ", SCHEMES.stream().map(s -> s + "://").toList());
    }
}
