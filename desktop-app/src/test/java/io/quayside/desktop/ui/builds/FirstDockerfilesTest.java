package io.quayside.desktop.ui.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

/// What the instructions of a first Dockerfile do: built in the window, run from there, seen in the container.
class FirstDockerfilesTest extends BuildInWindow {
    private static final String FROM = "FROM " + TestImages.BUSYBOX;

    /// Runs the image that was just built, by the button of the page.
    private void run() {
        press("build-run");
        page.await("the form of a container", () -> page.address().equals("run/" + image));
        Fx.run(() -> {
            find("run-name", TextField.class).setText(name);
            find("run-open-logs", CheckBox.class).setSelected(false);
        });
        press("run-act");
        page.await("the container", () -> engine.tryDocker("inspect", name).succeeded());
    }

    private String inspect(String format) {
        return engine.docker("inspect", "--format", format, name).strip();
    }

    private void awaitLog(String wanted) {
        page.await("its output: " + wanted, () -> engine.docker("logs", name).contains(wanted));
    }

    @Test
    void theEightInstructionsOfAFirstDockerfileDoWhatTheySay() throws IOException {
        write("said.txt", "copied");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(Files.newOutputStream(folder.resolve("packed.tar")))) {
            byte[] text = "unpacked\n".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("deep/added.txt");
            entry.setSize(text.length);
            tar.putArchiveEntry(entry);
            tar.write(text);
            tar.closeArchiveEntry();
        }
        write(
                "Dockerfile",
                FROM,
                "ENV GREETING=hello",
                "WORKDIR /app",
                "COPY said.txt ./",
                "ADD packed.tar /unpacked/",
                "RUN echo \"$GREETING from $(pwd)\" > ran.txt",
                "ENTRYPOINT [\"/bin/sh\", \"-c\", \"cat said.txt /unpacked/deep/added.txt $0 && pwd && echo $GREETING\"]",
                "CMD [\"ran.txt\"]");
        fill(folder, image);
        build();
        assertEquals("Built", text("build-state"), written("build-result"));
        assertEquals("8 of 8 done", text("build-step-count"));
        run();
        awaitLog("copied\nunpacked\nhello from /app\n/app\nhello\n");
        assertEquals("/app", inspect("{{.Config.WorkingDir}}"));
        assertEquals("[ran.txt]", inspect("{{.Config.Cmd}}"));
    }

    @Test
    void stagesArgumentsUsersVolumesPortsAndHealthAreThere() throws IOException {
        write(
                "Dockerfile",
                FROM + " AS make",
                "ARG WORD=none",
                "RUN mkdir /out && echo \"made of $WORD\" > /out/made.txt",
                FROM,
                "COPY --from=make /out /in",
                "HEALTHCHECK --interval=1s --timeout=20s CMD cat /in/made.txt",
                "USER 1234:1234",
                "VOLUME /kept",
                "EXPOSE 8080",
                "CMD [\"sh\", \"-c\", \"id -u && cat /in/made.txt && exec sleep 1000\"]");
        fill(folder, image);
        page.await("the argument", () -> fields("Value of WORD").size() == 1);
        assertEquals("none", Fx.call(() -> fields("Value of WORD").getFirst().getPromptText()));
        Fx.run(() -> fields("Value of WORD").getFirst().setText("gold"));
        page.await(
                "it counts",
                () -> page.root().lookupAll(".label").stream()
                        .anyMatch(node -> node instanceof javafx.scene.control.Label label
                                && "1 of 1 set".equals(label.getText())));
        build();
        assertEquals("Built", text("build-state"), written("build-result"));
        assertTrue(written("build-facts").contains("WORD=gold"), written("build-facts"));
        run();
        awaitLog("1234\nmade of gold\n");
        page.await("it is healthy", () -> inspect("{{.State.Health.Status}}").equals("healthy"));
        assertEquals("1234:1234", inspect("{{.Config.User}}"));
        assertEquals("/kept", inspect("{{range .Mounts}}{{.Destination}}{{end}}"));
        assertEquals("map[8080/tcp:{}]", inspect("{{.Config.ExposedPorts}}"));
    }
}
