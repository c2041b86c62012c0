package io.quayside.desktop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Quayside died while a container was stopped for a copy of its volume: the next one starts it again.
class StoppedForACopyTest {
    @TempDir
    private Path folder;

    private TestEngine engine;

    @BeforeEach
    void open() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
    }

    @AfterEach
    void close() {
        engine.removeContainers();
    }

    @Test
    void theNextWindowStartsItAgain() throws Exception {
        String id = engine.docker("create", "--name", "copied", TestImages.BUSYBOX, "sleep", "1000")
                .strip();
        // No process has this number, as the kernel gives none so high.
        String dead = InetAddress.getLocalHost().getHostName() + "/4194304/0";
        engine.docker(
                "create",
                "--label",
                "io.quayside.helper=" + dead,
                "--label",
                "io.quayside.stopped=" + id,
                TestImages.BUSYBOX,
                "true");
        try (Program.Running next = new Program(folder.resolve("data")).open("--engine", engine.host())) {
            XDisplay.await(
                    "it runs again",
                    () -> engine.docker("inspect", "--format", "{{.State.Running}}", id)
                            .strip()
                            .equals("true"));
            XDisplay.await(
                    "the note about it is gone",
                    () -> engine.docker("ps", "-aq", "--filter", "label=io.quayside.helper")
                            .isBlank());
            assertEquals(true, next.isAlive());
        }
    }
}
