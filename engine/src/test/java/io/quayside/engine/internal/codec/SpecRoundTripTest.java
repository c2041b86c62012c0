package io.quayside.engine.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.BindOptions;
import io.quayside.engine.model.BlockThrottle;
import io.quayside.engine.model.BlockWeight;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.DeviceMapping;
import io.quayside.engine.model.DeviceRequest;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.LogConfig;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.Namespaces;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.RawJson;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.model.SecuritySettings;
import io.quayside.engine.model.StorageSettings;
import io.quayside.engine.model.TmpfsOptions;
import io.quayside.engine.model.Ulimit;
import io.quayside.engine.model.UnknownFields;
import io.quayside.engine.model.VolumeOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A spec with everything set comes back from its JSON as it was.
class SpecRoundTripTest {
    private static final Map<String, String> MAP = Map.of("k", "v");

    private static Resources resources() {
        return Resources.builder()
                .cpuShares(1)
                .memory(2)
                .nanoCpus(3)
                .cgroupParent("parent")
                .blkioWeight(4)
                .blkioWeightDevice(List.of(new BlockWeight("/dev/a", 10)))
                .blkioDeviceReadBps(List.of(new BlockThrottle("/dev/a", 11)))
                .blkioDeviceWriteBps(List.of(new BlockThrottle("/dev/a", 12)))
                .blkioDeviceReadIops(List.of(new BlockThrottle("/dev/a", 13)))
                .blkioDeviceWriteIops(List.of(new BlockThrottle("/dev/a", 14)))
                .cpuPeriod(5)
                .cpuQuota(6)
                .cpuRealtimePeriod(7)
                .cpuRealtimeRuntime(8)
                .cpusetCpus("0-1")
                .cpusetMems("0")
                .devices(List.of(new DeviceMapping("/dev/a", "/dev/b", "rwm")))
                .deviceCgroupRules(List.of("c 1:1 rwm"))
                .deviceRequests(
                        List.of(new DeviceRequest("nvidia", -1, List.of("0"), List.of(List.of("gpu", "compute")), MAP)))
                .kernelMemoryTcp(9)
                .memoryReservation(10)
                .memorySwap(-1)
                .memorySwappiness(OptionalLong.of(0))
                .oomKillDisable(Optional.of(false))
                .pidsLimit(OptionalLong.of(-1))
                .ulimits(List.of(new Ulimit("core", 0, 0)))
                .cpuCount(15)
                .cpuPercent(16)
                .ioMaximumIops(17)
                .ioMaximumBandwidth(18)
                .build();
    }

    private static List<MountSpec> mounts() {
        return List.of(
                MountSpec.builder()
                        .type("bind")
                        .source("/a")
                        .target("/b")
                        .readOnly(true)
                        .consistency("cached")
                        .bindOptions(Optional.of(new BindOptions("rshared", true, true, true, true)))
                        .build(),
                MountSpec.builder()
                        .type("volume")
                        .source("data")
                        .target("/c")
                        .volumeOptions(Optional.of(new VolumeOptions(true, MAP, "local", MAP, "sub")))
                        .build(),
                MountSpec.builder()
                        .type("tmpfs")
                        .target("/d")
                        .tmpfsOptions(Optional.of(
                                new TmpfsOptions(1024, 01777, List.of(List.of("noexec"), List.of("uid", "5")))))
                        .build(),
                MountSpec.builder()
                        .type("image")
                        .source("busybox")
                        .target("/e")
                        .imageSubpath("bin")
                        .other(UnknownFields.of(Map.of("FutureOptions", "{\"x\":[1]}")))
                        .build());
    }

    private static HostConfig hostConfig() {
        return HostConfig.builder()
                .resources(resources())
                .namespaces(new Namespaces("host", "host", "host", "host", "private", "group"))
                .security(new SecuritySettings(
                        true,
                        true,
                        List.of("CAP_A"),
                        List.of("CAP_B"),
                        List.of("no-new-privileges"),
                        List.of("audio"),
                        Optional.of(List.of()),
                        Optional.of(List.of("/proc/x"))))
                .networking(new NetworkingSettings(
                        "shop",
                        Map.of("80/tcp", List.of(new PortBinding("127.0.0.1", "8080"), new PortBinding("", ""))),
                        true,
                        List.of("192.0.2.1"),
                        List.of("ndots:1"),
                        List.of("example.org"),
                        List.of("a:192.0.2.2"),
                        List.of("db:db")))
                .storage(new StorageSettings(
                        List.of("/x:/y:ro"), mounts(), Map.of("/t", "size=1m"), List.of("other:ro"), "local", MAP, 64))
                .restartPolicy(new RestartPolicy("on-failure", 5))
                .autoRemove(true)
                .init(Optional.of(false))
                .logConfig(new LogConfig("local", MAP))
                .containerIdFile("/id")
                .consoleHeight(24)
                .consoleWidth(80)
                .annotations(MAP)
                .oomScoreAdj(-5)
                .sysctls(MAP)
                .runtime("runc")
                .isolation("process")
                .other(UnknownFields.of(Map.of("FutureLimit", "[1,{\"a\":null}]", "KernelMemory", "5")))
                .build();
    }

    private static ContainerConfig config() {
        return ContainerConfig.builder()
                .hostname("h")
                .domainname("d")
                .user("u")
                .attachStdin(true)
                .attachStdout(true)
                .attachStderr(true)
                .exposedPorts(Set.of("80/tcp"))
                .tty(true)
                .openStdin(true)
                .stdinOnce(true)
                .env(List.of("A=1", "B="))
                .cmd(Optional.of(List.of()))
                .healthcheck(Optional.of(new HealthCheck(
                        List.of("CMD", "x"),
                        Duration.ofNanos(1),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(3),
                        Duration.ofMillis(4),
                        5)))
                .argsEscaped(true)
                .image("busybox:1")
                .volumes(Set.of("/data"))
                .workingDir("/w")
                .entrypoint(Optional.of(List.of("")))
                .networkDisabled(true)
                .macAddress("02:00:00:00:00:01")
                .onBuild(List.of("RUN x"))
                .labels(Map.of("label", "\u202e\u0000\"\\"))
                .stopSignal("SIGINT")
                .stopTimeout(OptionalLong.of(0))
                .shell(List.of("/bin/ash"))
                .other(UnknownFields.of(Map.of("Future", "true")))
                .build();
    }

    private static EndpointSettings endpoint() {
        return EndpointSettings.builder()
                .ipv4Address("192.0.2.5")
                .ipv6Address("2001:db8::5")
                .linkLocalIps(List.of("169.254.0.5"))
                .links(List.of("a:b"))
                .aliases(List.of("web"))
                .driverOpts(MAP)
                .gatewayPriority(3)
                .macAddress("02:00:00:00:00:02")
                .other(UnknownFields.of(Map.of("Future", "1")))
                .build();
    }

    /// What an engine would show of a spec: the same fields in other places.
    private static ContainerDetails inspected(ContainerSpec spec) {
        String create = new String(ContainerSpecCodec.write(spec), StandardCharsets.UTF_8);
        String config = create.replaceFirst(",\"HostConfig\":.*", "}");
        String rest = create.substring(create.indexOf("\"HostConfig\":"))
                .replace("\"NetworkingConfig\":{\"EndpointsConfig\":", "\"NetworkSettings\":{\"Networks\":");
        String json = "{\"Config\":" + config + "," + rest;
        try (JsonIn in = Json.read(json)) {
            in.nextValue();
            return ContainerDetailsCodec.read(in, new RawJson(new byte[0]));
        }
    }

    @Test
    void everythingComesBack() {
        ContainerDetails details = inspected(new ContainerSpec(config(), hostConfig(), Map.of("shop", endpoint())));

        assertEquals(config(), details.config());
        assertEquals(hostConfig(), details.hostConfig());
        assertEquals(Map.of("shop", endpoint()), details.network().networks());
    }

    @Test
    void nothingSetIsNearlyNothingSent() {
        String json = new String(ContainerSpecCodec.write(ContainerSpec.of("busybox")), StandardCharsets.UTF_8);

        assertEquals("{\"Image\":\"busybox\",\"HostConfig\":{\"RestartPolicy\":{\"Name\":\"no\"}}}", json);
    }

    @Test
    void recreatedContainerGetsANameAndAddressesOfItsOwn() {
        ContainerDetails web = Samples.object(
                "docker-1.51", "inspect", in -> ContainerDetailsCodec.read(in, Samples.raw("docker-1.51", "inspect")));

        ContainerSpec spec = ContainerSpec.from(web);

        assertEquals("", spec.config().hostname());
        assertEquals(web.hostConfig(), spec.hostConfig());
        assertEquals(Set.of("bridge"), spec.networks().keySet());
        assertTrue(spec.networks().values().stream()
                .allMatch(endpoint -> endpoint.ipAddress().isEmpty()));
        String json = new String(ContainerSpecCodec.write(spec), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"80/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"18080\"}]"), json);
    }
}
