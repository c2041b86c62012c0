package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.model.Volume;
import io.quayside.engine.resource.Images;
import io.quayside.engine.stream.EngineStream;
import io.quayside.testing.engine.TestImages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Images, volumes and networks.
public interface ObjectCases extends ContractCase {

    private Images images() {
        return fixture().engine().images();
    }

    private List<String> tags(ImageFilter filter) throws Exception {
        return images().list(filter).stream()
                .flatMap(image -> image.tags().stream())
                .map(tag -> tag.replace("docker.io/", "").replace("localhost/", ""))
                .toList();
    }

    @Test
    default void imagesAreListed() throws Exception {
        ImageSummary image = images().list(ImageFilter.everything()).stream()
                .filter(each -> each.tags().stream().anyMatch(tag -> tag.endsWith(TestImages.HTTPD)))
                .findFirst()
                .orElseThrow();

        assertTrue(image.size() > 100_000);
        assertTrue(image.created().isAfter(Instant.EPOCH));
        assertTrue(tags(ImageFilter.everything()).containsAll(List.of(TestImages.BUSYBOX, TestImages.HTTPD)));
        assertEquals(List.of(TestImages.HTTPD), tags(ImageFilter.everything().with("reference", "*quayside/httpd")));
        assertEquals(List.of(), tags(ImageFilter.everything().with("label", "quayside.none=1")));
    }

    @Test
    default void imageIsInspected() throws Exception {
        ImageDetails details = images().inspect(TestImages.HTTPD);

        assertEquals("linux", details.os());
        assertTrue(details.created().isPresent());
        assertEquals(
                Optional.of(List.of("httpd", "-f", "-p", "80", "-h", "/www")),
                details.config().cmd());
        assertEquals(Set.of("80/tcp"), details.config().exposedPorts());
        assertTrue(details.config().env().contains("SERVES=/www"));
        assertFalse(details.layers().isEmpty());
        assertTrue(details.json().text().contains("RootFS"));
        assertThrows(NotFoundException.class, () -> images().inspect("localhost/quayside-none:1"));
    }

    @Test
    default void imageGetsAndLosesAName() throws Exception {
        String repository = "localhost/" + fixture().newName("tagged");

        images().tag(TestImages.BUSYBOX, repository, "x");
        assertTrue(images().inspect(repository + ":x").tags().contains(repository + ":x"));
        List<ImageRemoval> removed = images().remove(repository + ":x", false, false);

        assertEquals(List.of(new ImageRemoval(repository + ":x", true)), removed);
        assertThrows(NotFoundException.class, () -> images().inspect(repository + ":x"));
        assertFalse(images().inspect(TestImages.BUSYBOX).tags().isEmpty());
    }

    @Test
    default void failedPullIsAnError() {
        RefusedException e = assertThrows(RefusedException.class, () -> {
            try (EngineStream<PullProgress> pull = images().pull(PullSpec.of("127.0.0.1:9/none:1"))) {
                EngineFixture.all(pull);
            }
        });

        assertTrue(e.engineMessage().orElse("").contains("127.0.0.1:9"), e::toString);
    }

    @Test
    default void volumesAreListedInspectedAndRemoved() throws Exception {
        String name = fixture().newName("volume");
        fixture().daemon().docker("volume", "create", "--label", "kind=test", name);

        Volume volume = fixture().engine().volumes().inspect(name);
        assertEquals(name, volume.name());
        assertEquals("local", volume.driver());
        assertEquals(Map.of("kind", "test"), volume.labels());
        assertTrue(volume.created().isPresent());
        assertFalse(volume.mountpoint().isEmpty());
        assertFalse(volume.isAnonymous());
        assertEquals(
                List.of(name),
                fixture().engine().volumes().list(Filters.of("name", name)).stream()
                        .map(Volume::name)
                        .toList());

        fixture().engine().volumes().remove(name, false);
        assertThrows(NotFoundException.class, () -> fixture().engine().volumes().inspect(name));
    }

    @Test
    default void unusedVolumesArePruned() throws Exception {
        String name = fixture().newName("volume");
        fixture().daemon().docker("volume", "create", "--label", name + "=1", name);
        Filters filters = Filters.of("label", name + "=1");
        if (fixture().engine().apiVersion().atLeast(1, 42)) {
            filters = filters.with("all", "true");
        }

        assertEquals(List.of(name), fixture().engine().volumes().prune(filters).removed());
    }

    @Test
    default void networksAreListedInspectedAndRemoved() throws Exception {
        String name = fixture().newName("network");
        fixture().daemon().docker("network", "create", "--label", "kind=test", "--internal", name);

        Network network = fixture().engine().networks().inspect(name);
        assertEquals(name, network.name());
        assertEquals("bridge", network.driver());
        assertEquals(Map.of("kind", "test"), network.labels());
        assertTrue(network.internal());
        assertTrue(network.subnets().getFirst().subnet().contains("/"), network::toString);
        assertEquals(
                List.of(network.id()),
                fixture().engine().networks().list(Filters.of("name", name)).stream()
                        .map(Network::id)
                        .toList());

        fixture().engine().networks().remove(name);
        assertThrows(
                NotFoundException.class, () -> fixture().engine().networks().inspect(name));
    }

    @Test
    default void unusedNetworksArePruned() throws Exception {
        String name = fixture().newName("network");
        fixture().daemon().docker("network", "create", "--label", name + "=1", name);

        assertEquals(
                List.of(name),
                fixture()
                        .engine()
                        .networks()
                        .prune(Filters.of("label", name + "=1"))
                        .removed());
    }
}
