package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.credential.Login;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.layer.ImageContents;
import io.quayside.engine.layer.ImageLayer;
import io.quayside.engine.layer.LayerFile;
import io.quayside.engine.layer.WastedSpace;
import io.quayside.engine.model.CommitSpec;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.HistoryEntry;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImagePruneReport;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.ImportSpec;
import io.quayside.engine.model.LoadProgress;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.model.PushProgress;
import io.quayside.engine.model.PushSpec;
import io.quayside.engine.model.RegistryAuth;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.SearchResult;
import io.quayside.engine.resource.Images;
import io.quayside.engine.stream.EngineStream;
import io.quayside.testing.engine.SearchRegistry;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

/// What is done with images beyond listing and naming them.
public interface ImageCases extends ContractCase {

    private Images images() {
        return fixture().engine().images();
    }

    /// An image of this test's own, with a label by which it is found.
    private String newImage(String name) throws EngineException {
        return images().importImage(
                        new ImportSpec(
                                "localhost/" + name,
                                "1",
                                "of a test",
                                "",
                                List.of("CMD [\"sh\"]", "LABEL " + name + "=1")),
                        out -> out.write(TestImages.busyboxArchive()));
    }

    private ImageSummary listed(String name) throws EngineException {
        return images().list(ImageFilter.everything().with("label", name + "=1").withSharedSize())
                .getFirst();
    }

    private boolean isGone(String image) throws EngineException {
        try {
            images().inspect(image);
            return false;
        } catch (NotFoundException e) {
            return true;
        }
    }

    @Test
    default void importedImageIsThereAndTellsItsHistory() throws Exception {
        String name = fixture().newName("import");
        String id = newImage(name);

        ImageDetails details = images().inspect("localhost/" + name + ":1");
        assertEquals(details.id().replace("sha256:", ""), id.replace("sha256:", ""));
        assertEquals(Optional.of(List.of("sh")), details.config().cmd());
        assertEquals("1", details.config().labels().get(name));
        List<HistoryEntry> history = images().history("localhost/" + name + ":1");
        assertEquals(1, history.size());
        assertTrue(history.getFirst().size() > 1_000_000, history::toString);
        assertTrue(history.getFirst().created().isPresent());
        assertEquals("of a test", history.getFirst().comment());
        assertEquals(
                fixture().isPodman() ? List.of() : List.of("localhost/" + name + ":1"),
                history.getFirst().tags());
        assertThrows(NotFoundException.class, () -> images().history("localhost/none:1"));
        images().remove("localhost/" + name + ":1", false, true);
    }

    @Test
    default void importOfWhatIsNoArchiveIsRefused() {
        assertThrows(
                RefusedException.class,
                () -> images().importImage(
                                ImportSpec.as("localhost/none", "1"), out -> out.write(new byte[] {1, 2, 3})));
    }

    @Test
    default void savedImagesAreLoadedAgain() throws Exception {
        String one = fixture().newName("saved");
        String two = fixture().newName("saved");
        String id = newImage(one);
        newImage(two);
        byte[] archive;
        try (InputStream save = images().save(List.of("localhost/" + one + ":1", "localhost/" + two + ":1"))) {
            archive = save.readAllBytes();
        }
        images().remove("localhost/" + one + ":1", true, true);
        images().remove("localhost/" + two + ":1", true, true);
        assertTrue(isGone("localhost/" + one + ":1"));

        List<LoadProgress> steps;
        try (EngineStream<LoadProgress> load = images().load(out -> out.write(archive))) {
            steps = EngineFixture.all(load);
        }

        String loaded = steps.stream().map(LoadProgress::loaded).collect(Collectors.joining(" "));
        assertTrue(loaded.contains("localhost/" + one + ":1"), steps::toString);
        assertTrue(loaded.contains("localhost/" + two + ":1"), steps::toString);
        assertEquals(
                id.replace("sha256:", ""),
                images().inspect("localhost/" + one + ":1").id().replace("sha256:", ""));
        images().remove("localhost/" + one + ":1", true, true);
        images().remove("localhost/" + two + ":1", true, true);
    }

    @Test
    default void saveIsAnArchiveWithAManifestAndEndsWhenClosed() throws Exception {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(images().save(List.of(TestImages.BUSYBOX)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertTrue(names.contains("manifest.json"), names::toString);

        InputStream save = images().save(List.of(TestImages.BUSYBOX));
        save.read();
        save.close();
        assertThrows(IOException.class, save::readAllBytes);
        assertThrows(EngineException.class, () -> {
            try (InputStream none = images().save(List.of("localhost/none:1"))) {
                none.readAllBytes();
            } catch (IOException e) {
                throw new io.quayside.engine.error.StreamBrokenException(null, "Podman has begun by then", e);
            }
        });
    }

    @Test
    default void loadOfWhatIsNoArchiveIsAnError() {
        assertThrows(EngineException.class, () -> {
            try (EngineStream<LoadProgress> load = images().load(out ->
                    out.write("nothing".repeat(1000).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))) {
                EngineFixture.all(load);
            }
        });
    }

    @Test
    default void pushedImageIsPulledAgainByTagAndByDigest() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            String name = fixture().newName("pushed");
            String id = newImage(name);
            String repository = registry.address() + "/team/" + name;
            images().tag("localhost/" + name + ":1", repository, "2");

            List<PushProgress> steps;
            try (EngineStream<PushProgress> push = images().push(PushSpec.of(repository + ":2"))) {
                steps = EngineFixture.all(push);
            }

            String digest = steps.stream()
                    .map(PushProgress::digest)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            assertTrue(digest.matches("sha256:[0-9a-f]{64}"), steps::toString);
            if (!fixture().isPodman()) {
                assertTrue(steps.stream().anyMatch(step -> step.phase() == PushProgress.Phase.PUSHED), steps::toString);
            }
            images().remove("localhost/" + name + ":1", true, true);
            images().remove(repository + ":2", true, true);
            pull(repository + ":2");
            ImageDetails pulled = images().inspect(repository + ":2");
            assertEquals(id.replace("sha256:", ""), pulled.id().replace("sha256:", ""));
            assertTrue(pulled.digests().contains(repository + "@" + digest), pulled.digests()::toString);
            images().remove(repository + ":2", true, true);
            pull(repository + "@" + digest);
            assertFalse(isGone(repository + "@" + digest));
            images().remove(repository + "@" + digest, true, true);
        }
    }

    private void pull(String reference) throws EngineException {
        try (EngineStream<PullProgress> pull = images().pull(PullSpec.of(reference))) {
            EngineFixture.all(pull);
        }
    }

    @Test
    default void failedPushIsAnError() throws Exception {
        String repository = "127.0.0.1:9/" + fixture().newName("none");
        images().tag(TestImages.BUSYBOX, repository, "1");

        RefusedException e = assertThrows(RefusedException.class, () -> {
            try (EngineStream<PushProgress> push = images().push(PushSpec.of(repository + ":1"))) {
                EngineFixture.all(push);
            }
        });

        assertTrue(e.engineMessage().orElse("").contains("127.0.0.1:9"), e::toString);
        images().remove(repository + ":1", false, false);
    }

    @Test
    default void pruneRemovesUntaggedImagesAndTellsEachOne() throws Exception {
        String name = fixture().newName("pruned");
        String id = newImage(name);
        // Another image takes the name, so that this one has none.
        images().tag(TestImages.BUSYBOX, "localhost/" + name, "1");
        assertTrue(listed(name).isUntagged());

        ImagePruneReport report = images().prune(Filters.of("dangling", "true").with("label", name + "=1"));

        List<String> deleted = report.removed().stream()
                .filter(removal -> !removal.untagged())
                .map(ImageRemoval::what)
                .map(what -> what.replace("sha256:", ""))
                .toList();
        assertTrue(deleted.contains(id.replace("sha256:", "")), report::toString);
        assertTrue(report.spaceReclaimed() > 1_000_000, report::toString);
        assertTrue(isGone(id));
        images().remove("localhost/" + name + ":1", false, false);
    }

    @Test
    default void sharedSizesAreMeasured() throws Exception {
        String name = fixture().newName("shared");
        newImage(name);

        ImageSummary image = listed(name);

        assertEquals(
                fixture().isPodman() || fixture().engine().apiVersion().atLeast(1, 42),
                image.sharedSize().isPresent(),
                image::toString);
        assertFalse(image.isUntagged());
        images().remove("localhost/" + name + ":1", false, true);
    }

    @Test
    default void aLoginIsTriedAndOpensTheRegistry() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            Login login = Login.withPassword(registry.address(), TestRegistry.USER, TestRegistry.PASSWORD);
            Login wrong = Login.withPassword(registry.address(), TestRegistry.USER, "close sesame");
            String repository = registry.address() + "/" + fixture().newName("private");
            images().tag(TestImages.BUSYBOX, repository, "1");

            // Podman signs in to registries with TLS only, whatever its configuration says.
            if (!fixture().isPodman()) {
                assertSame(login, fixture().engine().system().signIn(login));
            }
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> fixture().engine().system().signIn(wrong));
            assertFalse(refused.toString().contains("sesame"), refused::toString);
            assertThrows(RefusedException.class, () -> push(repository, Optional.empty()));
            assertThrows(RefusedException.class, () -> push(repository, Optional.of(wrong.forEngine())));
            push(repository, Optional.of(login.forEngine()));

            images().remove(repository + ":1", false, false);
            assertThrows(RefusedException.class, () -> pull(repository + ":1"));
            try (EngineStream<PullProgress> pull =
                    images().pull(new PullSpec(repository + ":1", "", Optional.of(login.forEngine())))) {
                EngineFixture.all(pull);
            }
            assertFalse(isGone(repository + ":1"));
            images().remove(repository + ":1", false, false);
        }
    }

    private void push(String repository, Optional<RegistryAuth> auth) throws EngineException {
        try (EngineStream<PushProgress> push = images().push(new PushSpec(repository + ":1", "", auth))) {
            EngineFixture.all(push);
        }
    }

    @Test
    default void imageTellsWhatEachLayerDoes() throws Exception {
        String name = fixture().newName("layers");
        newImage(name);
        String container = fixture()
                .run(ContainerSpec.of(
                        "localhost/" + name + ":1",
                        "sh",
                        "-c",
                        "echo x >> /etc/passwd; rm -r /www; mkdir /root/sub; echo new > /root/sub/new"));
        fixture().engine().containers().commit(container, CommitSpec.as("localhost/" + name, "2"));

        ImageContents contents = ImageContents.of(fixture().engine(), "localhost/" + name + ":2", read -> {});

        assertEquals(2, contents.layers().size());
        assertEquals(
                List.of("", ""),
                contents.layers().stream().map(ImageLayer::problem).toList());
        Map<String, LayerFile.Change> changes = new TreeMap<>();
        contents.layers().getLast().files().forEach(file -> changes.put(file.path(), file.change()));
        assertEquals(LayerFile.Change.CHANGED, changes.get("/etc/passwd"), changes::toString);
        assertEquals(LayerFile.Change.REMOVED, changes.get("/www"), changes::toString);
        assertEquals(LayerFile.Change.REMOVED, changes.get("/www/index.html"), changes::toString);
        assertEquals(LayerFile.Change.ADDED, changes.get("/root/sub/new"), changes::toString);
        assertFalse(changes.containsKey("/bin/busybox"), changes::toString);
        assertEquals(
                Set.of("/etc/passwd", "/www/index.html"),
                contents.wasted().stream().map(WastedSpace::path).collect(Collectors.toSet()));
        fixture().engine().containers().remove(container, RemoveOptions.withEverything());
        images().remove("localhost/" + name + ":2", true, true);
        images().remove("localhost/" + name + ":1", true, true);
    }

    @Test
    default void registryIsSearched() throws Exception {
        try (SearchRegistry registry =
                SearchRegistry.start("{\"num_results\":1,\"query\":\"app\",\"results\":[{\"name\":\"team/app\","
                        + "\"description\":\"An app\",\"star_count\":7,\"is_official\":true}]}")) {
            List<SearchResult> found =
                    images().search(registry.address() + "/app", 5, Filters.none(), Optional.empty());

            assertEquals(1, found.size());
            assertTrue(found.getFirst().name().endsWith("team/app"), found::toString);
            assertEquals("An app", found.getFirst().description());
            assertEquals(7, found.getFirst().stars());
            assertTrue(found.getFirst().official());
        }
        assertThrows(
                EngineException.class, () -> images().search("127.0.0.1:9/none", 5, Filters.none(), Optional.empty()));
    }
}
