package io.quayside.engine.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.NetworkAddress;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.PortMapping;
import io.quayside.engine.model.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerSamplesTest {
    private static final Map<String, String> LABELS =
            Map.of("com.docker.compose.project", "shop", "com.docker.compose.service", "web");

    @Test
    void listItemIsReadWhole() {
        ContainerSummary item = Samples.list("docker-1.51", "containers", ContainerSummaryCodec::read)
                .get(1);

        assertEquals(
                new ContainerSummary(
                        "ca4bb3428002f7a1118c4e83329eb9c14f688fb855a9db83987acb291939ac81",
                        List.of("shop-web-1"),
                        "quayside/busybox:1",
                        "sha256:e56cab889293c8919a49f6530c62f59447a1b9db011a954ca8e6f9561efbab62",
                        "sh -c 'echo ready; sleep 600'",
                        Instant.ofEpochSecond(1795256748),
                        List.of(new PortMapping("", 53, 0, "udp"), new PortMapping("127.0.0.1", 80, 18080, "tcp")),
                        LABELS,
                        ContainerState.RUNNING,
                        "Up 2 seconds (healthy)",
                        List.of(new MountPoint(
                                "volume",
                                "bf82b5ce54ffb28e48eaab7ede780df68ca4e7b342636eca1477cf38cfda099f",
                                "",
                                "/data",
                                "local",
                                "",
                                true,
                                "")),
                        List.of(new NetworkAddress(
                                "bridge",
                                "0cba9a337ddd927032d193af7f596cdebcdf59d73419cf908bd4387db6a5fb55",
                                "10.132.0.2",
                                "",
                                "10.132.0.1",
                                "9a:2d:b1:35:fa:7f")),
                        "bridge",
                        OptionalLong.of(0),
                        OptionalLong.of(1984241),
                        Optional.empty()),
                item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void listSaysTheSameOnEveryEngine(String engine) {
        List<ContainerSummary> items = Samples.list(engine, "containers", ContainerSummaryCodec::read).stream()
                .sorted(Comparator.comparing(ContainerSummary::name))
                .toList();

        ContainerSummary done = items.getFirst();
        ContainerSummary web = items.getLast();
        assertEquals(
                List.of("done", "shop-web-1"),
                items.stream().map(ContainerSummary::name).toList());
        assertTrue(web.image().endsWith("quayside/busybox:1"));
        assertEquals(LABELS, web.labels());
        assertEquals(ContainerState.RUNNING, web.state());
        assertTrue(web.ports().contains(new PortMapping("127.0.0.1", 80, 18080, "tcp")));
        assertEquals("/data", web.mounts().getFirst().destination());
        assertEquals(1, web.networks().size());
        assertTrue(web.networks().getFirst().ip().startsWith("10."));
        assertEquals(ContainerState.EXITED, done.state());
        assertEquals("", done.networks().getFirst().ip());
        assertTrue(done.sizeRw().isPresent());
        assertEquals(OptionalLong.of(1984241), done.sizeRootFs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void inspectSaysTheSameOnEveryEngine(String engine) {
        ContainerDetails web =
                Samples.object(engine, "inspect", in -> ContainerDetailsCodec.read(in, Samples.raw(engine, "inspect")));

        assertEquals("shop-web-1", web.name());
        assertEquals(ContainerState.RUNNING, web.condition().state());
        assertTrue(web.condition().pid() > 0);
        assertTrue(web.condition().startedAt().isPresent());
        assertEquals(Optional.empty(), web.condition().finishedAt());
        assertTrue(
                web.created().orElseThrow().isBefore(web.condition().startedAt().orElseThrow()));
        assertEquals("sh", web.path());
        assertEquals(List.of("-c", "echo ready; sleep 600"), web.args());
        assertEquals(64 << 20, web.hostConfig().resources().memory());
        assertEquals(new RestartPolicy("no", 0), web.hostConfig().restartPolicy());
        assertEquals(
                List.of(new PortBinding("127.0.0.1", "18080")),
                web.network().ports().get("80/tcp"));
        assertEquals(List.of(), web.network().ports().get("53/udp"));
        assertEquals(Set.of("53/udp", "80/tcp"), web.config().exposedPorts());
        assertEquals(
                Optional.of(List.of("sh", "-c", "echo ready; sleep 600")),
                web.config().cmd());
        assertEquals(LABELS, web.labels());
        assertTrue(
                web.hostConfig().storage().tmpfs().getOrDefault("/scratch", "").startsWith("size=1m"));
        assertEquals("/data", web.mounts().getFirst().destination());
        assertEquals(Samples.raw(engine, "inspect"), web.json());
        HealthCheck check = web.config().healthcheck().orElseThrow();
        assertEquals(List.of("CMD-SHELL", "echo fine"), check.test());
        assertEquals(Duration.ofMillis(300), check.interval());
    }

    @Test
    void configIsReadWhole() {
        ContainerDetails web = Samples.object(
                "docker-1.51", "inspect", in -> ContainerDetailsCodec.read(in, Samples.raw("docker-1.51", "inspect")));

        assertEquals(
                ContainerConfig.builder()
                        .hostname("ca4bb3428002")
                        .exposedPorts(Set.of("53/udp", "80/tcp"))
                        .cmd(Optional.of(List.of("sh", "-c", "echo ready; sleep 600")))
                        .healthcheck(Optional.of(HealthCheck.builder()
                                .test(List.of("CMD-SHELL", "echo fine"))
                                .interval(Duration.ofMillis(300))
                                .build()))
                        .image("quayside/busybox:1")
                        .volumes(Set.of("/data"))
                        .labels(LABELS)
                        .build(),
                web.config());
        assertEquals(
                HealthStatus.HEALTHY, web.condition().health().orElseThrow().status());
        assertEquals(
                "fine\n",
                web.condition().health().orElseThrow().log().getFirst().output());
        assertEquals(Set.of(), web.hostConfig().other().names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void endedContainerHasItsExitCode(String engine) {
        ContainerDetails done = Samples.object(
                engine, "inspect-exited", in -> ContainerDetailsCodec.read(in, Samples.raw(engine, "inspect-exited")));

        assertEquals(ContainerState.EXITED, done.condition().state());
        assertEquals(3, done.condition().exitCode());
        assertEquals(0, done.condition().pid());
        assertTrue(done.condition().finishedAt().isPresent());
        assertEquals(Optional.empty(), done.condition().health());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void statsSayTheSameOnEveryEngine(String engine) {
        ContainerStats stats = Samples.object(engine, "stats", ContainerStatsCodec::read);

        assertTrue(stats.read().isPresent());
        assertTrue(stats.cpu().totalNanos() > 0);
        assertEquals(2, stats.cpu().onlineCpus());
        assertEquals(64 << 20, stats.memoryLimit());
        assertTrue(stats.memoryUsed() > 0);
        assertTrue(stats.networkReceived() > 0);
        assertEquals(1, stats.pids());
        assertEquals(engine.startsWith("podman"), stats.cpuPercent().isEmpty());
        assertFalse(stats.memoryPercent().isEmpty());
    }

    @Test
    void cpuPercentIsThatOfDockerStats() {
        ContainerStats stats = Samples.object("docker-1.41", "stats", ContainerStatsCodec::read);

        // (128322520 - 99619388) / (9347460000000 - 9345440000000) * 2 processors
        assertEquals(2.8419, stats.cpuPercent().orElseThrow(), 0.0001);
        assertEquals(733184, stats.memoryUsed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "podman-4.3"})
    void processesHaveColumns(String engine) {
        var processes = Samples.object(engine, "top", ContainerAnswersCodec::processes);

        assertTrue(processes.titles().containsAll(List.of("PID")));
        assertEquals("sleep 600", processes.rows().getLast().getLast());
        assertTrue(processes.rows().stream()
                .allMatch(row -> row.size() == processes.titles().size()));
    }
}
