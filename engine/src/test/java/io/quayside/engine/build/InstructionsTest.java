package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each instruction of a Dockerfile does can be seen in a container of the image, whichever builder made it.
@Timeout(180)
class InstructionsTest {
    private static final List<String> DOCKERFILE = List.of(
            "ARG BASE=localhost/wrong:1",
            "FROM $BASE AS maker",
            "RUN mkdir /made && echo made > /made/file",
            "FROM $BASE",
            "ARG WHO=nobody-told",
            "ENV GREETING=hello KEPT=$WHO",
            "WORKDIR /app",
            "WORKDIR deep",
            "COPY --chown=nobody:nogroup entry.sh parts/ ./",
            "COPY --from=maker /made/file /from-maker",
            "ADD packed.tar /added/",
            "ADD entry.sh /added/plain",
            "RUN echo \"$GREETING $WHO in $PWD\" > /ran && mkdir /data && echo first > /data/file && chown -R nobody /data",
            "VOLUME /data",
            "EXPOSE 8080 53/udp",
            "HEALTHCHECK --interval=1s --retries=100 CMD test -e /tmp/well",
            "USER nobody",
            "ENTRYPOINT [\"sh\", \"entry.sh\"]",
            "CMD [\"given by\", \"CMD\"]");

    /// Shows what the instructions left.
    private static final String ENTRY = """
            [ "$1" = serve ] && { touch /tmp/well; exec sleep 100000; }
            echo "arguments: $*"
            echo "user: $(id -un)"
            echo "folder: $PWD"
            echo "variables: $GREETING $KEPT ${WHO-gone}"
            echo "ran: $(cat /ran)"
            echo "copied: $(cat one.txt sub/two.txt) $(stat -c %U:%G one.txt) $(cat /from-maker)"
            echo "added: $(cat /added/packed/file) $(ls /added)"
            echo more >> /data/file && echo "volume: $(cat /data/file)"
            """;

    private static final String SHOWN = """
            arguments: %s
            user: nobody
            folder: /app/deep
            variables: hello tester gone
            ran: hello tester in /app/deep
            copied: 1 2 nobody:nogroup made
            added: unpacked packed
            plain
            volume: first
            more
            """;

    @TempDir
    Path temporary;

    private static void fill(Path folder) throws Exception {
        Files.write(folder.resolve("Dockerfile"), DOCKERFILE);
        Files.writeString(folder.resolve("entry.sh"), ENTRY);
        Files.createDirectories(folder.resolve("parts/sub"));
        Files.writeString(folder.resolve("parts/one.txt"), "1");
        Files.writeString(folder.resolve("parts/sub/two.txt"), " 2");
        try (OutputStream out = Files.newOutputStream(folder.resolve("packed.tar"));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            byte[] content = "unpacked".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("packed/file");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DOCKER_20_10, classic",
        "DOCKER_20_10, BuildKit",
        "DOCKER_28_5, classic",
        "DOCKER_28_5, BuildKit",
        "PODMAN, classic"
    })
    void areSeenInAContainer(EngineKind kind, String by) throws Exception {
        try (BuildFolder test = new BuildFolder(TestEngines.shared(kind), temporary)) {
            fill(test.folder);
            ImageBuilder builder =
                    by.equals("classic") ? ImageBuilder.classic(test.engine) : test.buildKit(TestBuildx.NEWEST);

            String image = test.build(
                    builder,
                    BuildSpec.tagged("localhost/instructions:1")
                            .withArguments(Map.of("BASE", TestImages.BUSYBOX, "WHO", "tester")));

            assertEquals(SHOWN.formatted("given by CMD"), test.daemon.docker("run", "--rm", image));
            assertEquals(SHOWN.formatted("our own"), test.daemon.docker("run", "--rm", image, "our", "own"));
            String container =
                    test.daemon.docker("run", "-d", "-P", image, "serve").strip();
            String ports = test.daemon.docker("port", container);
            assertTrue(ports.contains("8080/tcp -> ") && ports.contains("53/udp -> "), ports);
            assertEquals(
                    "/data volume\n",
                    test.daemon
                            .docker(
                                    "inspect",
                                    "--format",
                                    "{{range .Mounts}}{{.Destination}} {{.Type}}{{println}}{{end}}",
                                    container)
                            .replace("\n\n", "\n"));
            // Podman keeps no check in images of its own form.
            while (kind.isDocker() && !health(test, container).equals("healthy")) {
                assertFalse(health(test, container).equals("unhealthy"));
            }
            test.daemon.docker("rm", "--force", "--volumes", container);
        }
    }

    private static String health(BuildFolder test, String container) {
        return test.daemon
                .docker("inspect", "--format", "{{.State.Health.Status}}", container)
                .strip();
    }
}
