package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Paints the form in its states into the folder given as `-Dshots`, to be compared with the mockups by eye.
@EnabledIfSystemProperty(named = "shots", matches = ".+")
class FormPicturesTest {
    private static final String IMAGE = "view_count:latest";

    @TempDir
    private static Path folder = Path.of("");

    @Test
    void theFormIsPaintedInBothThemesAndSizes() {
        TestEngine engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        engine.removeContainers();
        engine.docker("tag", TestImages.HTTPD, IMAGE);
        engine.docker("network", "create", "view-count_default");
        engine.docker(
                "run",
                "-d",
                "--name",
                "web",
                "-p",
                "5000:80",
                "--network",
                "view-count_default",
                "--memory",
                "256m",
                "--cpus",
                "1",
                "-e",
                "FLASK_ENV=development",
                "-e",
                "REDIS_HOST=redis",
                "-e",
                "REDIS_PASSWORD=hunter22",
                "--restart",
                "unless-stopped",
                "--label",
                "com.docker.compose.project=view-count",
                "--label",
                "com.docker.compose.project.config_files=/home/me/code/view-count/compose.yaml",
                IMAGE);
        try {
            for (boolean dark : new boolean[] {false, true}) {
                paint(engine, 1280, 800, dark, 100);
                paint(engine, 960, 600, dark, 100);
            }
            paint(engine, 1280, 800, false, 130);
            paint(engine, 1280, 800, false, 90);
        } finally {
            engine.removeContainers();
            engine.docker("rmi", IMAGE);
        }
    }

    private static void paint(TestEngine engine, int width, int height, boolean dark, int text) {
        String suffix = "-" + width + "-" + (dark ? "dark" : "light") + "-" + text + ".png";
        try (PageFixture page = PageFixture.open(engine.socket(), dark, width, height)) {
            page.appearance(now -> now.withTextPercent(text));
            page.go("run/" + IMAGE);
            page.await("the image", () -> page.root().lookup("#run-checks .label") != null);
            png(page, "run-empty" + suffix);
            Fx.run(() -> ((ActionButton) page.root().lookup("#run-paste")).fire());
            page.await("the panel", () -> page.root().lookup("#run-paste-text") != null);
            Fx.run(() -> ((TextArea) page.root().lookup("#run-paste-text"))
                    .setText("docker run --name view-count-web -p 5000:80 -e REDIS_HOST=redis -e FLASK_ENV=development"
                            + " -e REDIS_PASSWORD=hunter22 -v " + folder + ":/code --network view-count_default"
                            + " --network-alias web --restart unless-stopped --cpus 1 --memory 256m " + IMAGE));
            Fx.run(() -> page.root().lookupAll(".button").stream()
                    .filter(ActionButton.class::isInstance)
                    .map(ActionButton.class::cast)
                    .filter(one -> "Fill the form".equals(one.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
            page.await(
                    "the port",
                    () -> ((javafx.scene.control.Label) page.root().lookup("#run-count"))
                            .getText()
                            .contains("ports"));
            page.await("looked", page::settled);
            png(page, "run-filled" + suffix);
            Fx.run(() -> ((ActionButton) page.root().lookup("#run-from-image")).fire());
            png(page, "run-inherited" + suffix);
            page.go("edit/"
                    + engine.docker("inspect", "--format", "{{.Id}}", "web").strip());
            page.await(
                    "the fields",
                    () -> page.root().lookup("#run-memory") instanceof TextField field
                            && field.getText().equals("256m"));
            Fx.run(() -> ((TextField) Objects.requireNonNull(page.root().lookup("#run-memory"))).setText("512m"));
            Fx.run(() -> page.root().lookupAll(".text-field").stream()
                    .map(TextField.class::cast)
                    .filter(field -> field.getText().equals("development"))
                    .forEach(field -> field.setText("production")));
            Fx.run(() -> page.root().lookupAll(".text-field").stream()
                    .map(TextField.class::cast)
                    .filter(field -> field.getText().equals("All addresses"))
                    .forEach(field -> field.setText("This computer")));
            page.await(
                    "the changes",
                    () -> Objects.requireNonNull(page.root().lookup("#edit-needs-new"))
                            .isVisible());
            page.await("what is lost", () -> page.root().lookup("#edit-rest .label") != null);
            png(page, "edit" + suffix);
        }
    }

    private static void png(PageFixture page, String name) {
        Fx.run(() -> {
            try {
                page.root().applyCss();
                page.root().layout();
                Files.createDirectories(Path.of(System.getProperty("shots")));
                Fx.png(page.root().getScene(), Path.of(System.getProperty("shots"), name));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
