package io.quayside.desktop.ui.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.builds.form.BuildPage;
import io.quayside.desktop.ui.builds.run.BuildRunPage;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Building in the window: what the form finds and refuses, how a build goes on, fails and is put right.
class BuildPagesTest extends BuildInWindow {
    @TempDir
    private Path config = Path.of("");

    private static final String FROM = "FROM " + TestImages.BUSYBOX;

    @Test
    void theFormIsReadyToTypeIn() {
        page.go("build");
        page.awaitEqual(
                "the folder has the focus",
                "build-folder",
                () -> page.root().getScene().getFocusOwner() instanceof Node owner ? owner.getId() : "none");
    }

    @Test
    void aBuildThatFailsIsPutRightInTheWindowAndGoesOnFromTheCache() throws IOException {
        engine.docker("tag", TestImages.BUSYBOX, image);
        write(
                "Dockerfile",
                FROM,
                "ENV MADE_BY=" + name,
                "RUN echo fine",
                "RUN echo 'error: no flask' && exit 3",
                "CMD x");
        fill(folder, image);
        build();
        assertEquals("Failed", text("build-state"));
        page.await("the banner", () -> written("build-result").contains("Step 4 failed"));
        String banner = written("build-result");
        assertTrue(banner.contains("Step 4 failed: its command ended with exit code 3."), banner);
        assertTrue(
                banner.contains(
                        "Line 4 of the Dockerfile: RUN echo 'error: no flask' && exit 3. It printed “error: no flask”."),
                banner);
        page.await("the tag", () -> text("build-tag").startsWith("The tag " + image + " still points to the image"));
        assertTrue(
                steps().stream().anyMatch(row -> row.startsWith("Step 4, RUN") && row.endsWith("failed")),
                steps()::toString);
        assertTrue(steps().contains("Step 5, CMD x, Not reached"), steps()::toString);
        assertEquals("Output of step 4", text("build-output-title"));
        Fx.run(() -> segment("All").fire());
        page.await("all output", () -> text("build-output-title").equals("Output of all steps"));
        Fx.run(() -> segment("This step").fire());
        page.await("one output", () -> text("build-output-title").equals("Output of step 4"));
        assertEquals("3 of 5 done", text("build-step-count"));

        String build = page.address();
        pressLabelled("Terminal at step 3");
        page.await("the terminal", () -> page.address().matches("container/[0-9a-f]+/terminal"));
        String container = page.address().split("/", -1)[1];
        assertEquals(
                "true " + build.substring(build.indexOf('/') + 1),
                engine.docker(
                                "inspect",
                                "--format",
                                "{{.State.Running}} {{index .Config.Labels \"io.quayside.step-of-build\"}}",
                                container)
                        .strip());
        assertTrue(
                engine.docker("exec", container, "env").contains("MADE_BY=" + name), "what was made before is there");
        engine.docker("stop", "-t", "0", container);
        page.await(
                "it goes away with its end",
                () -> !engine.tryDocker("inspect", container).succeeded());
        page.go(build);

        pressLabelled("Edit line 4");
        CodeArea text = find("dockerfile-text", CodeArea.class);
        page.await("its text", () -> text.getText().contains("no flask"));
        assertEquals(3, Fx.call(text::getCurrentParagraph));
        Fx.run(() -> {
            text.selectLine();
            text.replaceSelection("RUN echo mended");
        });
        press("dockerfile-save");
        page.await("it is saved", () -> page.root().lookup("#dockerfile-panel") == null);
        assertTrue(Files.readString(folder.resolve("Dockerfile")).contains("RUN echo mended\nCMD x"));

        String failed = page.address();
        press("build-again");
        page.await("another build", () -> !page.address().equals(failed));
        awaitEnd();
        assertEquals("Built", text("build-state"));
        assertTrue(written("build-result").startsWith("Built " + image + " in "), written("build-result"));
        assertTrue(
                written("build-result").contains("2 steps cached")
                        || written("build-result").contains("3 steps cached"),
                written("build-result"));
        String built = page.address();
        press("build-push");
        page.await("the panel that pushes", () -> page.address().startsWith("images/push/"));
        page.go(built);
        press("build-run");
        page.await("the form of a container", () -> page.address().equals("run/" + image));
    }

    private static ToggleButton segment(String text) {
        return page.root().lookup("#build-output-which").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBuildIsCancelledAndSaysAtWhichStep() throws IOException {
        write("Dockerfile", FROM, "RUN echo begun-" + name + " && sleep 1000", "CMD x");
        fill(folder, image);
        press("build-act");
        page.await("the step runs", () -> steps().stream().anyMatch(row -> row.startsWith("Step 2, RUN")));
        page.go("containers");
        page.await("the list", () -> page.root().lookup("#page-containers") != null);
        page.go("build-run/" + page.builds().records().getFirst().id());
        page.await("it goes on", () -> text("build-state").equals("Building"));
        press("build-cancel");
        awaitEnd();
        assertEquals("Cancelled", text("build-state"));
        assertEquals("Build cancelled at step 2 of 3. Finished steps are cached.", written("build-result"));
        page.await("the tag", () -> !text("build-tag").isEmpty());
        assertEquals("There is no image with the tag " + image + ".", text("build-tag"));
    }

    @Test
    void aDockerfileThatCantBeUnderstoodIsShownAtItsLine() throws IOException {
        write("Dockerfile", FROM, "RUNN echo", "CMD x");
        fill(folder, image);
        build();
        assertEquals("Failed", text("build-state"));
        page.await("the banner", () -> !written("build-result").isEmpty());
        assertTrue(written("build-result").contains("RUNN"), written("build-result"));
    }

    /// Asks again which builder there is.
    private void byKit() {
        page.buildByKit(config);
        page.go("containers");
        page.go("build");
        page.await("the builder", () -> written("build-checks").contains("BuildKit"));
    }

    @Test
    void buildKitBuildsStagesWithASecretThatTheImageDoesntHave() throws IOException {
        byKit();
        Path token = Files.writeString(config.resolve("token"), "swordfish");
        write(
                "Dockerfile",
                FROM + " AS left",
                "RUN echo left > /left",
                FROM + " AS right",
                "RUN --mount=type=secret,id=token,required=true wc -c < /run/secrets/token > /right",
                FROM,
                "COPY --from=left /left /left",
                "COPY --from=right /right /right",
                "CMD cat /left /right");
        fill(folder, image);
        press("build-add-secret");
        Fx.run(() -> {
            fields("Id of the secret").getLast().setText("token");
            fields("Where the secret is found").getLast().setText(token.toString());
        });
        build();
        assertEquals("Built", text("build-state"), () -> written("build-result"));
        assertEquals("left\n9\n", engine.docker("run", "--rm", image));
        assertTrue(steps().stream().anyMatch(row -> row.contains("COPY --from=right")), steps()::toString);
        assertTrue(steps().stream().noneMatch(row -> row.contains("Not reached")), steps()::toString);

        press("build-again");
        awaitEnd();
        page.await("from the cache", () -> written("build-result").contains("steps cached"));
        assertTrue(
                steps().stream().anyMatch(row -> row.contains("RUN echo left") && row.endsWith("Cached")),
                steps()::toString);
    }

    @Test
    void aStepOfBuildKitThatFailsIsShownAtItsLine() throws IOException {
        byKit();
        write("Dockerfile", FROM, "RUN echo fine-" + name, "RUN echo 'error: no flask' && exit 3", "RUN echo never");
        fill(folder, image);
        build();
        assertEquals("Failed", text("build-state"));
        page.await("the banner", () -> written("build-result").contains("exit code 3"));
        String banner = written("build-result");
        assertTrue(banner.contains("Line 3 of the Dockerfile: RUN echo 'error: no flask' && exit 3"), banner);
        assertTrue(
                steps().stream().anyMatch(row -> row.contains("RUN echo never") && row.contains("Not reached")),
                steps()::toString);
        assertFalse(Fx.call(() -> button("Terminal at step 2").isPresent()), "BuildKit keeps no image to look into");
    }

    @Test
    void aBuildOfBuildKitIsCancelledAndLeavesNoProcess() throws IOException {
        byKit();
        write("Dockerfile", FROM, "RUN echo begun-" + name + " && sleep 1000", "RUN echo never");
        fill(folder, image);
        press("build-act");
        page.await(
                "the step runs",
                () -> steps().stream().anyMatch(row -> row.contains("sleep 1000") && row.endsWith(" s")));
        press("build-cancel");
        awaitEnd();
        assertEquals("Cancelled", text("build-state"));
        assertTrue(written("build-result").startsWith("Build cancelled at step 2 of 3."), written("build-result"));
        PageFixture.await(
                "no process is left",
                Duration.ofSeconds(30),
                () -> ProcessHandle.current()
                        .descendants()
                        .noneMatch(
                                process -> process.info().command().orElse("").endsWith("docker-buildx")));
    }

    @Test
    void withoutAFolderOrADockerfileThereIsNothingToBuild() throws IOException {
        TextField field = find("build-folder", TextField.class);
        Fx.run(() -> field.setText(folder.toString()));
        page.await("it says so", () -> text("build-fault-dockerfile").equals("There is no Dockerfile in this folder."));
        press("build-act");
        assertEquals("build", page.address());
        assertTrue(Fx.call(() -> find("build-dockerfile", ComboBox.class).isFocused()));
        write("app.Dockerfile", FROM);
        Fx.run(() -> field.setText(folder + "/"));
        page.await("it is found", () -> text("build-context").equals("1 file, " + size("app.Dockerfile")));
        Fx.run(() -> field.setText(folder + "/nothing"));
        page.await("no folder", () -> text("build-fault-context").equals("There is no such folder."));
        Fx.run(() -> field.setText("relative"));
        page.await("no path", () -> text("build-fault-context").startsWith("A folder is named by its whole path"));
    }

    private String size(String file) {
        try {
            return Files.size(folder.resolve(file)) + " B";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aHostileFolderIsBuiltAsAnyOther() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("-it's $(touch x) \u202Egpj.exe & co"));
        Files.writeString(odd.resolve("Dockerfile"), FROM + "\nCOPY Dockerfile /it\n");
        fill(odd, image);
        assertFalse(written("build-line").contains("\u202E"));
        build();
        assertEquals("Built", text("build-state"), written("build-result"));
        assertFalse(written("build-facts").contains("\u202E"));
    }

    @Test
    void aBuildThatIsCancelledWhileItsFilesAreSentLeavesNothing() throws IOException {
        write("Dockerfile", FROM, "COPY large /");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
            file.setLength(8_000_000_000L);
        }
        List<String> images = images();
        fill(folder, image);
        press("build-act");
        page.await("the page of the build", () -> page.address().startsWith(BuildRunPage.PAGE));
        PageFixture.await("files are sent", Duration.ofSeconds(60), () -> engineFiles() > 1_000_000);
        press("build-cancel");
        awaitEnd();
        assertEquals("Cancelled", text("build-state"));
        assertEquals(images, images());
        page.await(
                "nothing goes on",
                () -> page.parts().tasks().shown().stream()
                        .noneMatch(task -> task.stateProperty().get() == AppTask.State.RUNNING));
        PageFixture.await("the engine keeps no part of it", Duration.ofSeconds(60), () -> engineFiles() < 1_000_000);
        // The same folder without the large file is built at once: nothing hangs.
        Files.delete(folder.resolve("large"));
        write("large", "small now");
        page.go(BuildPage.PAGE);
        fill(folder, image);
        build();
        assertEquals("Built", text("build-state"));
    }

    private static List<String> images() {
        return engine.docker("images", "-qa", "--no-trunc").lines().sorted().toList();
    }

    /// What engines keep of a build's files while they come.
    private static long engineFiles() {
        try (Stream<Path> all = Files.walk(engine.directory().resolve("data").resolve("tmp"))) {
            return all.mapToLong(path -> path.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            return Long.MAX_VALUE; // they are being removed
        }
    }

    @Test
    void aLargeContextIsToldAndMadeSmaller() throws IOException {
        write("Dockerfile", FROM);
        Path large = Files.createDirectory(folder.resolve("node_modules")).resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(150_000_000);
        }
        fill(folder, image);
        page.await("the hint", () -> written("build-hint").startsWith("Sending 150 MB. node_modules is 150 MB of it."));
        press("build-ignore");
        page.await("less is sent", () -> text("build-context").startsWith("2 files"));
        assertEquals("node_modules\n", Files.readString(folder.resolve(".dockerignore")));
        assertEquals("", written("build-hint"));
    }

    @Test
    void theKeyBuildsAndTheLineSaysTheSame() throws IOException {
        write(
                "Dockerfile",
                "ARG BASE=nothing:1",
                "FROM $BASE AS first",
                "ARG WORD=none",
                "RUN echo $WORD > /word",
                "FROM first AS last",
                "CMD x");
        fill(folder, image);
        page.await("the arguments", () -> fields("Value of BASE").size() == 1);
        Fx.run(() -> {
            fields("Value of BASE").getFirst().setText(TestImages.BUSYBOX);
            fields("Value of WORD").getFirst().setText("two words");
        });
        ComboBox<?> target = find("build-target", ComboBox.class);
        assertEquals(java.util.List.of("first", "last"), Fx.call(target::getItems));
        Fx.run(() -> target.getEditor().setText("first"));
        assertTrue(
                written("build-line").contains("WORD=two words")
                        || written("build-line").contains("'WORD=two words'"),
                written("build-line"));
        key(KeyCode.ENTER, true);
        awaitEnd();
        assertEquals("Built", text("build-state"), written("build-result"));
        assertEquals(
                "two words", engine.docker("run", "--rm", image, "cat", "/word").strip());
    }
}
