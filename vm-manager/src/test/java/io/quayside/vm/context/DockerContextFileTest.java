package io.quayside.vm.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.command.Command;
import io.quayside.vm.context.ContextState.Presence;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Contexts as docker's own command line sees them.
class DockerContextFileTest {
    private static final EngineEndpoint SOCKET = new EngineEndpoint.UnixSocket(Path.of("/run/q/docker.sock"));

    @TempDir
    Path folder;

    @Test
    void dockerListsTheContextAndUsesItWhenItIsCurrent() throws Exception {
        context().add(SOCKET, false);
        assertEquals("default*,quayside,", docker("context", "ls", "--format", "{{.Name}}{{if .Current}}*{{end}},"));
        context().add(SOCKET, true);
        assertEquals("quayside", docker("context", "show"));
        assertEquals(
                "unix:///run/q/docker.sock",
                docker("context", "inspect", "quayside", "--format", "{{.Endpoints.docker.Host}}"));
        assertEquals(
                new ContextState("quayside", Presence.OURS, true), context().state());
    }

    @Test
    void keysOfTlsAreWhereDockerLooksForThem() throws Exception {
        EngineEndpoint tls = new EngineEndpoint.TlsTcp(
                "127.0.0.1", 2376, new EngineEndpoint.TlsMaterial(keyFile("a"), keyFile("b"), keyFile("c")));
        context().add(tls, false);
        assertEquals(
                "tcp://127.0.0.1:2376 [ca.pem cert.pem key.pem]",
                docker(
                        "context",
                        "inspect",
                        "quayside",
                        "--format",
                        "{{.Endpoints.docker.Host}} {{.TLSMaterial.docker}}"));
        context().point(SOCKET);
        assertEquals("map[]", docker("context", "inspect", "quayside", "--format", "{{.TLSMaterial}}"));
    }

    private Path keyFile(String content) throws Exception {
        return Files.writeString(folder.resolve(content), content);
    }

    @Test
    void whatWasCurrentBeforeIsAgain() throws Exception {
        docker("context", "create", "work", "--docker", "host=unix:///work.sock");
        docker("context", "use", "work");
        Files.writeString(
                folder.resolve("config.json"), "{\n\t\"auths\": {\"r\": {}},\n\t\"currentContext\": \"work\"\n}");
        context().add(SOCKET, true);
        context().add(SOCKET, true);
        context().point(SOCKET);
        context().remove();
        assertEquals("work", docker("context", "show"));
        assertTrue(Files.readString(folder.resolve("config.json")).contains("auths"));
        assertEquals(
                new ContextState("quayside", Presence.ABSENT, false), context().state());
        assertEquals("default,work,", docker("context", "ls", "--format", "{{.Name}},"));
    }

    @Test
    void choiceThatTheUserMadeSinceStays() throws Exception {
        docker("context", "create", "work", "--docker", "host=unix:///work.sock");
        context().add(SOCKET, true);
        docker("context", "use", "work");
        context().remove();
        assertEquals("work", docker("context", "show"));
    }

    @Test
    void theOneBeforeMayBeGone() throws Exception {
        docker("context", "create", "work", "--docker", "host=unix:///work.sock");
        docker("context", "use", "work");
        context().add(SOCKET, true);
        docker("context", "rm", "work");
        context().remove();
        assertEquals("default", docker("context", "show"));
    }

    @Test
    void dockerItselfMayRemoveOurs() throws Exception {
        context().add(SOCKET, true);
        docker("context", "rm", "-f", "quayside");
        assertEquals(
                new ContextState("quayside", Presence.ABSENT, false), context().state());
        context().remove();
    }

    @Test
    void contextOfTheUsersOwnIsLeftAlone() throws Exception {
        docker("context", "create", "quayside", "--docker", "host=unix:///mine.sock");
        VmException taken = assertThrows(VmException.class, () -> context().add(SOCKET, true));
        assertInstanceOf(VmProblem.ContextTaken.class, taken.problem());
        assertEquals(
                taken.problem(),
                assertThrows(VmException.class, () -> context().requireFree()).problem());
        context().point(SOCKET);
        context().remove();
        assertEquals(
                new ContextState("quayside", Presence.ANOTHERS, false),
                context().state());
        assertEquals(
                "unix:///mine.sock",
                docker("context", "inspect", "quayside", "--format", "{{.Endpoints.docker.Host}}"));
        assertEquals("default", docker("context", "show"));
    }

    @Test
    void contextOfAnotherMachineIsLeftAlone() throws Exception {
        context().requireFree();
        context().add(SOCKET, false);
        context().requireFree();
        DockerContextFile other = new DockerContextFile(folder, "quayside", "/elsewhere/dev");
        assertThrows(VmException.class, () -> other.add(SOCKET, false));
        assertEquals(Presence.ANOTHERS, other.state().presence());
    }

    @Test
    void brokenConfigurationOfDockersIsNotWrittenOver() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{ broken");
        assertThrows(VmException.class, () -> context().add(SOCKET, true));
        assertEquals("{ broken", Files.readString(folder.resolve("config.json")));
    }

    private DockerContextFile context() {
        return new DockerContextFile(folder, "quayside", "/data/machines/dev");
    }

    private String docker(String... arguments) {
        Assumptions.assumeTrue(Command.find("docker").isPresent(), "docker's command line isn't installed");
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(arguments));
        return Command.of(command)
                .withEnvironment("DOCKER_CONFIG", folder.toString())
                .run()
                .orFail()
                .output()
                .replace("\n", "");
    }
}
