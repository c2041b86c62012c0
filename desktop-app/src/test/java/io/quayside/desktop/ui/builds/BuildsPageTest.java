package io.quayside.desktop.ui.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.builds.BuildHistory;
import io.quayside.desktop.builds.BuildOutcome;
import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.builds.RunningBuild;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.builds.list.BuildSegment;
import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Builds page on a real engine: what is built there is listed, kept and forgotten here.
class BuildsPageTest extends OnEngine {
    @TempDir
    private Path folder = Path.of("");

    private String image = "";

    @BeforeEach
    void openPage() {
        image = "builds/" + name + ":1";
        page.buildByEngine();
        page.await("the engine", () -> page.session().engine().isPresent());
        page.go("builds");
        page.await("the page", () -> page.root().lookup("#page-builds") != null);
    }

    @AfterEach
    void forgetAll() {
        page.go("containers");
        page.builds()
                .history()
                .delete(page.builds().records().stream().map(each -> each.id()).toList());
        Fx.run(() -> {
            page.buildsPage().model().filterTextProperty().set("");
            page.buildsPage().model().segmentProperty().set(BuildSegment.ALL);
        });
    }

    private BuildRequest request(String... lines) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), String.join("\n", lines) + "\n");
        return BuildRequest.of(folder, image);
    }

    private static RunningBuild build(BuildRequest request) {
        RunningBuild build = Fx.call(() -> page.builds().start(request));
        PageFixture.await(
                "the build is over",
                Duration.ofSeconds(90),
                () -> !build.record().isRunning());
        return build;
    }

    private static BuildRow row(RunningBuild build) {
        page.await(
                "the row of a build that is over",
                () -> page.buildsPage()
                        .model()
                        .row(build.id())
                        .filter(row -> !row.line().build().isRunning())
                        .isPresent());
        return Fx.call(() -> page.buildsPage().model().row(build.id()).orElseThrow());
    }

    private static boolean says(String text) {
        return page.root().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(Node.class::cast)
                .anyMatch(node -> text.equals(((Labeled) node).getText()));
    }

    /// The sentence below the times of the steps.
    private static String words() {
        return page.root().lookup("#build-time-words") instanceof Labeled label ? label.getText() : "";
    }

    private static String output(RunningBuild build) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        build.output().read(0, (step, at, buffer, length) -> all.write(buffer, 0, length));
        return all.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSecondBuildOfTheSameIsFromTheCacheAndBothAreKept() throws IOException {
        BuildRequest request =
                request("FROM " + TestImages.BUSYBOX, "RUN echo " + name, "RUN echo one-$((40 + 2))", "RUN echo two");
        RunningBuild first = build(request);
        assertEquals(BuildOutcome.BUILT, first.record().outcome(), first.record()::words);
        RunningBuild second = build(request);
        BuildRow older = row(first);
        BuildRow newer = row(second);
        assertEquals(
                List.of(newer, older),
                Fx.call(() -> page.buildsPage().model().itemsProperty().get()));
        assertEquals(4, newer.line().build().total());
        // Builders differ in whether a base image that is here counts as cached.
        assertTrue(older.line().build().cached() <= 1, older.line().cached());
        assertTrue(newer.line().build().cached() >= 3, newer.line().cached());
        assertEquals(newer.line().build().cached() + " of 4", newer.line().cached());
        assertEquals(
                engine.docker("image", "inspect", "--format", "{{.Id}}", image).strip(),
                newer.line().build().imageId().orElseThrow());
        assertTrue(newer.line().result().startsWith("Built, "), newer.line().result());
        assertTrue(output(first).contains("one-42"), output(first));
        page.go("builds/" + second.id());
        page.await(
                "the build below the list",
                () -> page.root().lookup("#build-panel") != null && says("Cached") && !words().isEmpty());
        Fx.run(() -> ((javafx.scene.control.ToggleButton)
                        Objects.requireNonNull(page.root().lookup("#build-tab-cache")))
                .fire());
        page.await(
                "what it took",
                () -> says("Taken from the cache, " + newer.line().cached()));
        page.press(KeyCode.ESCAPE, "", false, false);
        page.await("the panel is closed", () -> page.root().lookup("#build-panel") == null);
        page.await("the rows", () -> says("Built") || says(newer.line().result()));
        assertTrue(Fx.call(() -> says(newer.line().cached())));
    }

    @Test
    void buildsAreThereForTheNextWindowUntilTheyAreDeleted() throws IOException {
        RunningBuild build = build(request("FROM " + TestImages.BUSYBOX, "RUN echo kept-$((6 * 7))"));
        page.builds().history().flush();
        assertEquals("rw-------", rights(page.buildsFolder().resolve(build.id()).resolve("record.json")));
        assertEquals("rw-------", rights(page.buildsFolder().resolve(build.id()).resolve("output")));
        try (BuildHistory next = new BuildHistory(page.buildsFolder(), InstantSource.system(), 1 << 20)) {
            PageFixture.await("it is read", Duration.ofSeconds(10), next::isRead);
            assertEquals(List.of(build.record()), next.records());
            assertTrue(next.dockerfile(build.id()).contains("RUN echo kept-"));
        }
        BuildRow row = row(build);
        Fx.run(() -> page.buildsPage().model().delete(List.of(row)));
        page.await("it can be taken back", () -> row.line().deletingIn().isPresent());
        page.command("builds.undo");
        page.await("it stays", () -> row.line().deletingIn().isEmpty());
        Fx.run(() -> page.buildsPage().model().delete(List.of(row)));
        page.await("it is gone", () -> page.buildsPage().model().row(build.id()).isEmpty());
        page.builds().history().flush();
        assertFalse(Files.exists(page.buildsFolder().resolve(build.id())));
        assertTrue(engine.tryDocker("image", "inspect", image).succeeded(), "the image stays");
    }

    private static String rights(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aBuildThatFailedSaysWhereAndWhyAndCanBeDoneAgain() throws IOException {
        RunningBuild failed = build(request(
                "FROM " + TestImages.BUSYBOX,
                "RUN echo fine",
                "RUN echo 'error: no flask here' && exit 3",
                "RUN echo x"));
        BuildRow row = row(failed);
        assertEquals(
                "Failed at step 3 of 4",
                row.line().result(),
                () -> failed.record().toString());
        assertEquals("error: no flask here", row.line().detail());
        assertEquals(3, row.line().build().line().orElseThrow());
        Fx.run(() -> page.buildsPage().model().selection().clear());
        page.go("builds/" + failed.id());
        page.await("the build below the list", () -> page.root().lookup("#build-tab-dockerfile") != null);
        Fx.run(() -> ((javafx.scene.control.ToggleButton)
                        Objects.requireNonNull(page.root().lookup("#build-tab-dockerfile")))
                .fire());
        page.await("the error at its line", () -> says("Line 3: error: no flask here"));
        Path saved = folder.resolve("saved.log");
        page.saveTo(saved);
        page.await("the tab", () -> page.root().lookup("#build-tab-output") != null);
        Fx.run(() -> ((javafx.scene.control.ToggleButton)
                        Objects.requireNonNull(page.root().lookup("#build-tab-output")))
                .fire());
        page.await(
                "its steps",
                () -> page.root().lookup("#build-output-step") instanceof javafx.scene.control.ComboBox<?> box
                        && box.getItems().size() >= 3);
        page.await("what was printed is read", () -> page.buildsPage().settled());
        TextField find = page.find("build-output-find", TextField.class);
        Fx.run(() -> find.setText("no flask here"));
        page.await("how many there are", () -> label("build-output-find-count").endsWith(" matches"));
        String all = label("build-output-find-count").replace(" matches", "");
        Fx.run(find::requestFocus);
        page.press(KeyCode.ENTER, "", false, false);
        page.await("which it is", () -> label("build-output-find-count").matches("[0-9]+ of " + all));
        Fx.run(() -> find.setText("swordfish"));
        page.awaitEqual("there is none", "No match", () -> label("build-output-find-count"));
        Fx.run(find::clear);
        page.awaitEqual("nothing is searched", "", () -> label("build-output-find-count"));
        Fx.run(() -> page.root().lookupAll(".button").stream()
                .filter(io.quayside.desktop.ui.control.ActionButton.class::isInstance)
                .map(io.quayside.desktop.ui.control.ActionButton.class::cast)
                .filter(each -> "Save the output".equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .fire());
        PageFixture.await(
                "it is saved", Duration.ofSeconds(20), () -> text(saved).contains("no flask here"));
        assertTrue(text(saved).contains("fine"), () -> text(saved));
        page.press(KeyCode.ESCAPE, "", false, false);
        page.await("the row", () -> says("Failed at step 3 of 4") && says("error: no flask here"));
        Fx.run(() -> page.buildsPage().model().filterTextProperty().set("flask"));
        assertEquals(
                List.of(row),
                Fx.call(() -> page.buildsPage().model().itemsProperty().get()));
        Fx.run(() -> page.buildsPage().model().segmentProperty().set(BuildSegment.BUILT));
        assertEquals(
                List.of(),
                Fx.call(() -> page.buildsPage().model().itemsProperty().get()));
        Fx.run(() -> {
            page.buildsPage().model().filterTextProperty().set("");
            page.buildsPage().model().segmentProperty().set(BuildSegment.ALL);
        });
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + TestImages.BUSYBOX + "\nRUN echo mended\n");
        Fx.run(() -> page.buildsPage().model().rebuild(List.of(row)));
        page.await(
                "both",
                () -> page.buildsPage().model().itemsProperty().get().size() == 2
                        && page.buildsPage().model().itemsProperty().get().stream()
                                .noneMatch(each -> each.line().build().isRunning()));
        List<BuildRow> rows =
                Fx.call(() -> page.buildsPage().model().itemsProperty().get());
        assertEquals(
                Set.of(BuildOutcome.BUILT, BuildOutcome.FAILED),
                Set.copyOf(
                        rows.stream().map(each -> each.line().build().outcome()).toList()));
    }

    @Test
    void whatTheBuildCacheHoldsIsListedAndDeleted() throws IOException {
        page.buildByKit(folder);
        RunningBuild build = build(request(
                "FROM " + TestImages.BUSYBOX, "RUN head -c 3000000 /dev/urandom > /" + name, "RUN echo " + name));
        assertEquals(BuildOutcome.BUILT, build.record().outcome(), build.record()::words);
        page.go("containers");
        page.go("builds");
        page.await("what the cache takes", () -> label("builds-cache-size").startsWith("Build cache "));
        Fx.run(() -> button("builds-cache").fire());
        page.await("the dialog", () -> label("build-cache-summary").contains(" in "));
        page.await("nothing is old", () -> label("build-cache-sum").startsWith("Nothing to delete"));
        engine.docker("rmi", image);
        Fx.run(() -> page.root().lookupAll(".toggle-button").stream()
                .map(javafx.scene.control.ToggleButton.class::cast)
                .filter(each -> "All that isn't in use".equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        page.await("what goes", () -> button("build-cache-delete").isAvailable());
        Fx.run(() -> button("build-cache-delete").fire());
        page.await("what was freed", () -> label("build-cache-sum").startsWith("Freed "));
        assertTrue(
                Fx.call(() -> label("build-cache-sum").contains("Nothing to delete")), () -> label("build-cache-sum"));
        assertFalse(
                engine.docker("system", "df", "--verbose")
                        .lines()
                        .anyMatch(line -> line.contains(name) && line.contains("RUN")),
                "the engine has nothing of it any more");
        page.press(KeyCode.ESCAPE, "", false, false);
        page.await("the dialog is closed", () -> page.root().lookup("#build-cache") == null);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String label(String id) {
        return page.root().lookup("#" + id) instanceof Labeled label ? label.getText() : "";
    }

    private static io.quayside.desktop.ui.control.ActionButton button(String id) {
        return (io.quayside.desktop.ui.control.ActionButton)
                Objects.requireNonNull(page.root().lookup("#" + id), id);
    }

    @Test
    void aCancelledBuildIsOneAndKeysCheckRows() throws IOException {
        RunningBuild build = Fx.call(
                () -> page.builds().start(request("FROM " + TestImages.BUSYBOX, "RUN echo begun && sleep 1000")));
        PageFixture.await(
                "it prints",
                Duration.ofSeconds(60),
                () -> build.record().outputBytes() > 0
                        && build.steps().snapshot().stream()
                                .anyMatch(step -> step.instruction().contains("sleep")));
        page.await(
                "the row says so",
                () -> page.buildsPage()
                        .model()
                        .row(build.id())
                        .filter(row -> row.line().result().startsWith("Building"))
                        .isPresent());
        Fx.run(build::cancel);
        BuildRow row = row(build);
        assertEquals(BuildOutcome.CANCELLED, row.line().build().outcome());
        assertEquals("Cancelled at step 2 of 2", row.line().result());
        TableView<?> table = page.find("builds-table", TableView.class);
        Fx.run(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        page.press(KeyCode.SPACE, " ", false, false);
        assertEquals(
                1,
                Fx.call(() -> page.buildsPage()
                        .model()
                        .selection()
                        .checkedCountProperty()
                        .get()));
        page.await("the bar of many", () -> says("1 selected"));
        assertEquals(
                List.of(row),
                Fx.call(() -> Objects.requireNonNull(
                        page.buildsPage().model().selection().targets())));
        Fx.run(() -> page.buildsPage().model().selection().clear());
    }
}
