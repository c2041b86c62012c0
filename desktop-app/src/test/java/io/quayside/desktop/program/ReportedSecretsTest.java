package io.quayside.desktop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.CommandResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user sends to somebody who helps: it must not hold what only the user may know.
class ReportedSecretsTest {
    private static final String SECRET = "tr0ub4dor-and-3";
    private static final String LOGIN =
            Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void noCommandTellsASecret() throws Exception {
        Path docker = Files.createDirectories(folder.resolve("docker"));
        Files.writeString(docker.resolve("config.json"), """
                {"auths": {"registry.example.com": {"auth": "%s", "identitytoken": "%s"}},
                 "proxies": {"default": {"httpProxy": "http://ann:%s@proxy.example.com"}}}
                """.formatted(LOGIN, SECRET, SECRET));
        context(docker, "farm", "tcp://ann:" + SECRET + "@127.0.0.1:1");
        Path config = Files.createDirectories(folder.resolve("data/config"));
        Files.writeString(config.resolve("settings.json"), "{\"engine\": {\"token\": \"" + SECRET + "\" \"x\"");
        Map<String, String> environment = Map.of(
                "DOCKER_CONFIG",
                docker.toString(),
                "DOCKER_HOST",
                "tcp://ann:" + SECRET + "@127.0.0.1:1",
                "REGISTRY_PASSWORD",
                SECRET,
                "HTTPS_PROXY",
                "http://ann:" + SECRET + "@proxy.example.com:3128");
        Program program = new Program(folder.resolve("data"));
        List<String> told = new ArrayList<>();
        for (String command : List.of("diagnose", "status", "engines")) {
            for (String form : List.of("--json", "--engine=tcp://ann:" + SECRET + "@127.0.0.1:1")) {
                CommandResult result = program.runIn(environment, command, form);
                told.add(command + ": " + result.output() + result.errors());
            }
        }
        String contexts =
                program.runIn(with(environment, "DOCKER_HOST", ""), "diagnose").output();
        assertTrue(contexts.contains("farm"), contexts);
        told.add(contexts);
        try (Stream<Path> logs = Files.walk(folder.resolve("data/state"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                told.add(log + ": " + Files.readString(log));
            }
        }
        assertEquals(
                List.of(),
                told.stream()
                        .filter(text -> text.contains(SECRET) || text.contains(LOGIN) || text.contains("KEYKEYKEY"))
                        .toList());
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    /// A context with TLS, its key included.
    private static void context(Path docker, String name, String host) throws Exception {
        String id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        Path meta = Files.createDirectories(docker.resolve("contexts/meta").resolve(id));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"%s\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
        Path tls = Files.createDirectories(
                docker.resolve("contexts/tls").resolve(id).resolve("docker"));
        for (String file : List.of("ca.pem", "cert.pem", "key.pem")) {
            Files.writeString(tls.resolve(file), "-----BEGIN PRIVATE KEY-----\nKEYKEYKEY\n-----END PRIVATE KEY-----\n");
        }
    }
}
