package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.LogConfig;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.Namespaces;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.model.SecuritySettings;
import io.quayside.engine.model.StorageSettings;
import io.quayside.engine.model.TmpfsOptions;
import io.quayside.engine.model.Ulimit;
import io.quayside.engine.resource.Containers;
import io.quayside.testing.engine.TestImages;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What containers are made from, and whether it comes back.
public interface SpecCases extends ContractCase {

    private Containers containers() {
        return fixture().engine().containers();
    }

    private static ContainerConfig config() {
        return ContainerConfig.builder()
                .hostname("harbour")
                .user("nobody")
                .openStdin(true)
                .exposedPorts(Set.of("80/tcp", "53/udp"))
                .env(List.of("A=1", "EMPTY="))
                .entrypoint(Optional.of(List.of("sh", "-c")))
                .cmd(Optional.of(List.of("sleep 1")))
                .image(TestImages.BUSYBOX)
                .workingDir("/tmp")
                .labels(Map.of("key", "value"))
                .stopSignal("SIGINT")
                .stopTimeout(OptionalLong.of(5))
                .healthcheck(Optional.of(HealthCheck.builder()
                        .test(List.of("CMD-SHELL", "true"))
                        .interval(Duration.ofSeconds(30))
                        .timeout(Duration.ofSeconds(5))
                        .startPeriod(Duration.ofSeconds(2))
                        .retries(4)
                        .build()))
                .build();
    }

    private static HostConfig hostConfig() {
        return HostConfig.builder()
                .resources(Resources.builder()
                        .memory(64 << 20)
                        .memorySwap(128 << 20)
                        .memoryReservation(32 << 20)
                        .nanoCpus(500_000_000)
                        .cpuShares(512)
                        .pidsLimit(OptionalLong.of(100))
                        .ulimits(List.of(new Ulimit("nofile", 1024, 2048)))
                        .build())
                .namespaces(Namespaces.builder().ipc("private").build())
                .security(SecuritySettings.builder()
                        .capAdd(List.of("CAP_NET_ADMIN"))
                        .capDrop(List.of("CAP_MKNOD"))
                        .readonlyRootfs(true)
                        .securityOpt(List.of("no-new-privileges"))
                        .build())
                .networking(NetworkingSettings.builder()
                        .portBindings(Map.of("80/tcp", List.of(new PortBinding("127.0.0.1", "18099"))))
                        .dns(List.of("192.0.2.53"))
                        .extraHosts(List.of("other:192.0.2.1"))
                        .build())
                .storage(StorageSettings.builder()
                        .mounts(List.of(MountSpec.builder()
                                .type("tmpfs")
                                .target("/scratch")
                                .tmpfsOptions(Optional.of(new TmpfsOptions(1 << 20, 0700, List.of())))
                                .build()))
                        .shmSize(32 << 20)
                        .build())
                .restartPolicy(new RestartPolicy("on-failure", 2))
                .init(Optional.of(true))
                .logConfig(new LogConfig("json-file", Map.of("max-size", "1m")))
                .oomScoreAdj(100)
                .build();
    }

    @Test
    default void everythingThatIsSetComesBack() throws Exception {
        assumeFalse(
                fixture().isPodman(),
                "Podman expresses much of this in other words; what it keeps is in podmanKeepsTheEssentials");
        String id = fixture().create(new ContainerSpec(config(), hostConfig(), Map.of()));

        ContainerDetails details = containers().inspect(id);

        ContainerConfig wanted = config();
        ContainerConfig got = details.config();
        assertEquals(
                wanted.toBuilder()
                        .env(got.env())
                        .labels(got.labels())
                        .other(got.other())
                        .build(),
                got);
        assertTrue(got.env().containsAll(wanted.env()));
        assertEquals("value", got.labels().get("key"));
        assertSameHostConfig(hostConfig(), details.hostConfig());
    }

    private static void assertSameHostConfig(HostConfig wanted, HostConfig got) {
        assertEquals(
                wanted.resources().toBuilder()
                        .memorySwappiness(got.resources().memorySwappiness())
                        .oomKillDisable(got.resources().oomKillDisable())
                        .build(),
                got.resources());
        assertEquals(
                wanted.namespaces().toBuilder()
                        .cgroup(got.namespaces().cgroup())
                        .build(),
                got.namespaces());
        assertEquals(
                wanted.security().toBuilder()
                        .maskedPaths(got.security().maskedPaths())
                        .readonlyPaths(got.security().readonlyPaths())
                        .build(),
                got.security());
        assertEquals(
                wanted.networking().toBuilder().mode(got.networking().mode()).build(), got.networking());
        assertEquals(wanted.storage(), got.storage());
        assertEquals(wanted.restartPolicy(), got.restartPolicy());
        assertEquals(wanted.init(), got.init());
        assertEquals(wanted.logConfig(), got.logConfig());
        assertEquals(wanted.oomScoreAdj(), got.oomScoreAdj());
    }

    @Test
    default void podmanKeepsTheEssentials() throws Exception {
        assumeTrue(fixture().isPodman(), "Docker keeps everything");
        String id = fixture()
                .create(EngineFixture.shell(
                        "sleep 1",
                        config -> config.env(List.of("A=1")).workingDir("/tmp").user("nobody")));

        ContainerConfig got = containers().inspect(id).config();

        assertTrue(got.env().contains("A=1"));
        assertEquals("/tmp", got.workingDir());
        assertEquals("nobody", got.user());
    }

    @Test
    default void containerMadeFromAnInspectionIsTheSame() throws Exception {
        assumeFalse(fixture().isPodman(), "Podman's inspection holds values that its own create refuses");
        ContainerDetails first =
                containers().inspect(fixture().create(new ContainerSpec(config(), hostConfig(), Map.of())));

        ContainerDetails second = containers().inspect(fixture().create(ContainerSpec.from(first)));

        assertEquals(first.config(), second.config());
        assertEquals(first.hostConfig(), second.hostConfig());
        assertEquals(first.network(), second.network());
    }

    @Test
    default void unknownFieldsAreNone() throws Exception {
        assumeFalse(fixture().isPodman(), "Podman keeps fields of its own");
        ContainerDetails details = containers().inspect(fixture().create(EngineFixture.shell("true")));

        assertEquals(Set.of(), details.config().other().names());
        Set<String> unknown = new HashSet<>(details.hostConfig().other().names());
        // It ended with API 1.42; until then it is kept as it comes.
        unknown.remove("KernelMemory");
        assertEquals(Set.of(), unknown);
    }

    @Test
    default void healthCheckIsLogged() throws Exception {
        assumeFalse(
                fixture().isPodman(),
                "Podman's checks are run by systemd timers, which a machine for tests need not have");
        HealthCheck check = HealthCheck.builder()
                .test(List.of("CMD-SHELL", "echo fine; exit 0"))
                .interval(Duration.ofMillis(200))
                .build();
        String id = fixture()
                .startReady(
                        EngineFixture.shell(EngineFixture.OBEDIENT, config -> config.healthcheck(Optional.of(check))));

        ContainerDetails details = containers().inspect(id);
        while (details.condition().health().orElseThrow().status() == HealthStatus.STARTING) {
            details = containers().inspect(id);
        }

        assertEquals(
                HealthStatus.HEALTHY, details.condition().health().orElseThrow().status());
        assertEquals(
                "fine\n",
                details.condition().health().orElseThrow().log().getFirst().output());
    }
}
