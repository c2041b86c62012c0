package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BuilderChoiceTest {
    @TempDir
    Path folder;

    private static Engine engine(EngineKind kind) throws Exception {
        return EngineFactory.open(
                new EngineEndpoint.UnixSocket(TestEngines.shared(kind).socket()));
    }

    private void program(Path at, String... lines) throws IOException {
        Files.createDirectories(at.getParent());
        Files.writeString(at, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Map<String, String> onPath() {
        return Map.of("PATH", folder.toString(), "DOCKER_CONFIG", folder.toString());
    }

    @Test
    void podmanBuildsByItself() throws Exception {
        try (Engine podman = engine(EngineKind.PODMAN)) {
            ImageBuilder builder = ImageBuilder.choose(
                    podman, Map.of("PATH", TestBuildx.NEWEST.folder().toString()));

            assertEquals("classic builder", builder.name());
            assertEquals("Podman has a builder of its own.", builder.reason());
        }
    }

    @Test
    void oldProgramIsNamedWithItsVersion() throws Exception {
        program(folder.resolve("docker-buildx"), "echo github.com/docker/buildx v0.12.1 30feaa1");
        try (Engine engine = engine(EngineKind.DOCKER_20_10)) {
            ImageBuilder builder = ImageBuilder.choose(engine, onPath());

            assertEquals("classic builder", builder.name());
            assertEquals("The docker-buildx that is installed, 0.12.1, is older than 0.13.", builder.reason());
        }
    }

    @Test
    void brokenProgramIsNotUsed() throws Exception {
        program(folder.resolve("docker-buildx"), "exit 1");
        try (Engine engine = engine(EngineKind.DOCKER_20_10)) {
            ImageBuilder builder = ImageBuilder.choose(engine, onPath());

            assertEquals("classic builder", builder.name());
            assertTrue(builder.reason().contains("doesn't say which version"), builder::reason);
        }
    }

    @Test
    void programIsFoundAmongThePlugInsOfDocker() throws Exception {
        program(folder.resolve("cli-plugins/docker-buildx"), "echo github.com/docker/buildx v1.2.3 abc");
        try (Engine engine = engine(EngineKind.DOCKER_20_10)) {
            ImageBuilder builder = ImageBuilder.choose(engine, onPath());

            assertEquals("BuildKit", builder.name());
            assertEquals("The engine has BuildKit, and docker-buildx 1.2.3 is installed.", builder.reason());
        }
    }

    @Test
    void engineBehindTlsIsReachedWithOurCertificates() throws Exception {
        TestEngine daemon = TestEngines.shared(EngineKind.DOCKER_28_5, Listener.TLS);
        TestImages.ensure(daemon);
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + TestImages.BUSYBOX + "\nLABEL over=tls\n");
        EngineEndpoint.Tcp address = (EngineEndpoint.Tcp) EngineEndpoint.parse(daemon.tcpHost());
        EngineEndpoint endpoint = new EngineEndpoint.TlsTcp(
                address.host(),
                address.port(),
                new EngineEndpoint.TlsMaterial(
                        daemon.tls().ca(),
                        daemon.tls().certificate(),
                        daemon.tls().key()));
        Map<String, String> environment =
                Map.of("PATH", TestBuildx.NEWEST.folder().toString(), "DOCKER_CONFIG", folder.toString());
        try (Engine engine = EngineFactory.connect(endpoint)) {
            String image = ImageBuilder.choose(engine, environment).build(BuildSpec.tagged(), folder, event -> {});

            assertEquals("tls", engine.images().inspect(image).config().labels().get("over"));
        }
    }
}
