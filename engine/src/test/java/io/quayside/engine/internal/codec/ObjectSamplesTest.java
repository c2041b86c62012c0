package io.quayside.engine.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import io.quayside.engine.model.EventType;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectSamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void imagesSayTheSameOnEveryEngine(String engine) {
        List<ImageSummary> images = Samples.list(engine, "images", ImageCodec::summary);

        assertEquals(
                Set.of("quayside/busybox:1", "quayside/httpd:1"),
                Set.copyOf(images.stream()
                        .map(image -> image.tags().getFirst().replace("docker.io/", ""))
                        .toList()));
        assertTrue(images.stream().allMatch(image -> image.size() > 1_900_000));
        assertTrue(images.stream().allMatch(image -> image.created().isAfter(Instant.EPOCH)));
    }

    @Test
    void untaggedImageHasNoNames() {
        ImageSummary image = read(
                "{\"Id\":\"sha256:1\",\"RepoTags\":[\"<none>:<none>\"],\"RepoDigests\":[\"<none>@<none>\"],"
                        + "\"Created\":5,\"SharedSize\":-1,\"Containers\":-1,\"Labels\":null}",
                ImageCodec::summary);

        assertEquals(
                new ImageSummary(
                        "sha256:1",
                        "",
                        List.of(),
                        List.of(),
                        Instant.ofEpochSecond(5),
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Map.of(),
                        List.of()),
                image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void imageSaysTheSameOnEveryEngine(String engine) {
        ImageDetails image =
                Samples.object(engine, "image", in -> ImageCodec.details(in, Samples.raw(engine, "image")));

        assertEquals("amd64", image.architecture());
        assertEquals("linux", image.os());
        assertTrue(image.created().isPresent());
        assertEquals(
                Optional.of(List.of("httpd", "-f", "-p", "80", "-h", "/www")),
                image.config().cmd());
        assertEquals(Set.of("80/tcp"), image.config().exposedPorts());
        assertTrue(image.config().env().contains("SERVES=/www"));
        assertEquals(1, image.layers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "docker-1.41, 20.10.24+dfsg1, 1.41, 1.12, false",
        "docker-1.45, 26.1.5+dfsg1, 1.45, 1.24, false",
        "docker-1.51, 28.5.2+dfsg4, 1.51, 1.24, false",
        "podman-4.3, 4.3.1, 1.41, 1.24, true"
    })
    void versionsAreRead(String engine, String version, String api, String minApi, boolean podman) {
        EngineVersion read = Samples.object(engine, "version", EngineVersionCodec::read);

        assertEquals(version, read.version());
        assertEquals(api, read.apiVersion());
        assertEquals(minApi, read.minApiVersion());
        assertEquals(podman, read.isPodman());
        assertEquals(version, read.components().getFirst().version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void infoSaysTheSameOnEveryEngine(String engine) {
        EngineInfo info = Samples.object(engine, "info", in -> EngineInfoCodec.read(in, Samples.raw(engine, "info")));

        assertEquals("harbour", info.name());
        assertEquals(2, info.cpus());
        assertEquals(25276502016L, info.memory());
        assertEquals(2, info.containers());
        assertEquals(1, info.containersRunning());
        assertEquals(2, info.images());
        assertEquals("cgroupfs", info.cgroupDriver());
        assertEquals("1", info.cgroupVersion());
        assertEquals("runc", info.defaultRuntime());
        assertTrue(info.runtimes().contains("runc"));
        assertTrue(info.plugins().getOrDefault("Volume", List.of()).contains("local"));
        assertEquals("inactive", info.swarmState());
        assertEquals("/var/lib/engine/data", info.rootFolder());
        assertEquals(false, info.isRootless());
        assertEquals(Samples.raw(engine, "info"), info.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void diskUsageSaysTheSameOnEveryEngine(String engine) {
        DiskUsage usage = Samples.object(engine, "df", DiskUsageCodec::read);

        assertEquals(2, usage.images().size());
        assertEquals(2, usage.containers().size());
        assertTrue(
                usage.containers().stream().allMatch(each -> each.sizeRootFs().orElse(0) > 0));
        assertEquals(OptionalLong.of(1), usage.volumes().getFirst().references());
        assertEquals(OptionalLong.of(0), usage.volumes().getFirst().size());
    }

    @Test
    void diskUsageOfNewerEnginesIsUnderstood() {
        DiskUsage usage = read(
                "{\"ImageUsage\":{\"TotalSize\":7,\"Items\":[{\"Id\":\"i\"}]},"
                        + "\"ContainerUsage\":{\"Items\":[{\"Id\":\"c\",\"SizeRw\":3}]},"
                        + "\"VolumeUsage\":{\"Items\":[{\"Name\":\"v\"}]},"
                        + "\"BuildCacheUsage\":{\"Items\":[{\"ID\":\"b\",\"Parents\":[\"p\"],\"Size\":9}]}}",
                DiskUsageCodec::read);

        assertEquals(7, usage.layersSize());
        assertEquals("i", usage.images().getFirst().id());
        assertEquals(OptionalLong.of(3), usage.containers().getFirst().sizeRw());
        assertEquals("v", usage.volumes().getFirst().name());
        assertEquals(List.of("p"), usage.buildCache().getFirst().parents());
        assertEquals(9, usage.buildCache().getFirst().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void volumesSayTheSameOnEveryEngine(String engine) {
        Volume volume = Samples.object(engine, "volumes", VolumeCodec::list).getFirst();

        assertEquals("local", volume.driver());
        assertTrue(volume.isAnonymous());
        assertTrue(volume.created().isPresent());
        assertTrue(volume.mountpoint().endsWith("_data"));
        assertEquals(OptionalLong.empty(), volume.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void networksSayTheSameOnEveryEngine(String engine) {
        Network bridge = Samples.list(engine, "networks", NetworkCodec::read).stream()
                .filter(network -> network.name().equals("bridge"))
                .findFirst()
                .orElseThrow();

        assertEquals("bridge", bridge.driver());
        assertEquals("local", bridge.scope());
        assertTrue(bridge.subnets().getFirst().subnet().endsWith("/24"));
        assertTrue(bridge.subnets().getFirst().gateway().startsWith("10."));
        assertTrue(bridge.created().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-1.41", "docker-1.45", "docker-1.51", "podman-4.3"})
    void eventsSayTheSameOnEveryEngine(String engine) {
        List<EngineEvent> events = Samples.lines(engine, "events", EventCodec::read);

        List<String> web = events.stream()
                .filter(event -> event.type() == EventType.CONTAINER
                        && event.attribute("name").equals("shop-web-1"))
                .map(EngineEvent::action)
                .toList();
        assertEquals("create", web.getFirst());
        assertTrue(web.containsAll(List.of("start", "die")), web::toString);
        assertEquals("destroy", web.getLast());
        EngineEvent died = events.stream()
                .filter(event ->
                        event.action().equals("die") && event.attribute("name").equals("done"))
                .findFirst()
                .orElseThrow();
        assertEquals("3", died.attribute("exitCode"));
        List<EngineEvent> volumes = events.stream()
                .filter(event -> event.type() == EventType.VOLUME)
                .toList();
        assertEquals("create", volumes.getFirst().action());
        assertEquals("destroy", volumes.getLast().action());
        assertTrue(volumes.stream().allMatch(event -> event.id().length() == 64));
    }

    @Test
    void actionsAndTheirDetailsAreApart() {
        EngineEvent health = Samples.lines("docker-1.51", "events", EventCodec::read).stream()
                .filter(event -> event.action().equals("health_status"))
                .findFirst()
                .orElseThrow();

        assertEquals("healthy", health.detail());
    }

    private static <T> T read(String json, JsonIn.Element<T> reader) {
        try (JsonIn in = Json.read(json)) {
            in.nextValue();
            return reader.read(in);
        }
    }
}
