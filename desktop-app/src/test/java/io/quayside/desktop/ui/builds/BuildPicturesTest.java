package io.quayside.desktop.ui.builds;

import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.builds.RunningBuild;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Paints the form of a build and its page in their states into the folder given as `-Dshots`, to be compared with the
/// mockups by eye.
@EnabledIfSystemProperty(named = "shots", matches = ".+")
class BuildPicturesTest {
    private static final String IMAGE = "view_count:latest";
    private static final String GOOD = """
            FROM %s
            ARG PIP_NO_CACHE_DIR=0
            WORKDIR /code
            ENV FLASK_APP=app.py
            COPY requirements.txt requirements.txt
            RUN echo Collecting redis==5.0.8 && echo '  Downloading redis-5.0.8-py3-none-any.whl (255 kB)' && %s
            COPY . .
            """;
    private static final String FAIL =
            "echo 'ERROR: Could not find a version that satisfies the requirement flask==3.1.0 (from versions: 0.1, 3.0.3)'"
                    + " && echo 'ERROR: No matching distribution found for flask==3.1.0'"
                    + " && echo 'WARNING: You are using pip version 23.0.1' && exit 1";

    @TempDir
    private static Path root = Path.of("");

    @Test
    void theFormAndTheBuildArePaintedInBothThemesAndSizes() throws IOException {
        Path folder = Files.createDirectories(root.resolve("view-count"));
        TestEngine engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        Files.writeString(folder.resolve("requirements.txt"), "flask==3.1.0\nredis==5.0.8\n");
        Files.writeString(folder.resolve("app.py"), "print('hello')\n".repeat(500));
        for (boolean dark : new boolean[] {true, false}) {
            paint(engine, folder, 1280, 800, dark);
        }
        paint(engine, folder, 960, 600, true);
        engine.docker("rmi", "-f", IMAGE);
    }

    private static void dockerfile(Path folder, String last) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), GOOD.formatted(TestImages.BUSYBOX, last));
    }

    private static void paint(TestEngine engine, Path folder, int width, int height, boolean dark) throws IOException {
        String suffix = "-" + width + "-" + (dark ? "dark" : "light") + ".png";
        BuildRequest request = new BuildRequest(
                folder,
                "Dockerfile",
                List.of(IMAGE),
                Map.of("PIP_NO_CACHE_DIR", "1"),
                "",
                "",
                Map.of(),
                "",
                List.of(),
                false,
                false);
        try (PageFixture page = PageFixture.open(engine.socket(), dark, width, height)) {
            page.await("the engine", () -> page.session().engine().isPresent());
            dockerfile(folder, "true");
            page.go("build");
            page.await("the form", () -> page.root().lookup("#build-folder") != null);
            Fx.run(() -> {
                ((TextField) page.root().lookup("#build-folder")).setText(folder.toString());
                ((ActionButton) page.root().lookup("#build-add-tag")).fire();
                page.root().lookupAll(".text-input").stream()
                        .filter(node -> "Tag of the image".equals(node.getAccessibleText()))
                        .forEach(node -> ((TextInputControl) node).setText(IMAGE));
            });
            page.await(
                    "the argument",
                    () -> page.root().lookupAll(".text-input").stream()
                            .anyMatch(node -> "Value of PIP_NO_CACHE_DIR".equals(node.getAccessibleText())));
            Fx.run(() -> page.root().lookupAll(".text-input").stream()
                    .filter(node -> "Value of PIP_NO_CACHE_DIR".equals(node.getAccessibleText()))
                    .forEach(node -> ((TextInputControl) node).setText("1")));
            page.await("all of it", page::settled);
            png(page, "build-form" + suffix);
            RunningBuild good = ended(Fx.call(() -> page.builds().start(request)));
            page.go("build-run/" + good.id());
            page.await("all of it", page::settled);
            png(page, "build-done" + suffix);
            dockerfile(folder, "sleep 1000");
            RunningBuild running = Fx.call(() -> page.builds().start(request));
            page.go("build-run/" + running.id());
            PageFixture.await(
                    "it prints", Duration.ofSeconds(60), () -> running.record().outputBytes() > 60);
            page.await(
                    "a second",
                    () -> running.record().took(java.time.Instant.now()).toMillis() > 3000);
            png(page, "build-running" + suffix);
            Fx.run(running::cancel);
            ended(running);
            dockerfile(folder, FAIL);
            RunningBuild failed = ended(Fx.call(() -> page.builds().start(request)));
            page.go("build-run/" + failed.id());
            page.await(
                    "all of it",
                    () -> page.settled() && page.root().lookup("#build-tag").isVisible());
            png(page, "build-failed" + suffix);
        }
    }

    private static RunningBuild ended(RunningBuild build) {
        PageFixture.await(
                "the end", Duration.ofSeconds(90), () -> !build.record().isRunning());
        return build;
    }

    private static void png(PageFixture page, String name) {
        // What is painted next follows from what was set just now.
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                page.root().applyCss();
                page.root().layout();
            });
        }
        Fx.run(() -> {
            try {
                Files.createDirectories(Path.of(System.getProperty("shots")));
                Fx.png(page.root().getScene(), Path.of(System.getProperty("shots"), name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
