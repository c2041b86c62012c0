package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A build by the engine's own builder gets from us the files that BuildKit takes: an ignore file of the Dockerfile's
/// own goes before the folder's.
@Timeout(120)
class ContextOfBuildKitTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "Dockerfile, Dockerfile.dockerignore",
        "app.Dockerfile, app.Dockerfile.dockerignore",
        "docker/Dockerfile, docker/Dockerfile.dockerignore",
        "docker/Dockerfile, Dockerfile.dockerignore",
        "docker/Dockerfile, docker/.dockerignore"
    })
    void sameFilesAreTaken(String dockerfile, String ignore) throws Exception {
        try (BuildFolder test = new BuildFolder(TestEngines.shared(EngineKind.DOCKER_28_5), temporary)) {
            Files.createDirectories(test.folder.resolve("docker/sub"));
            for (String name : List.of("a.txt", "b.md", "c.log", "docker/d.md", "docker/sub/e.log")) {
                Files.writeString(test.folder.resolve(name), name);
            }
            Files.writeString(test.folder.resolve(".dockerignore"), "*.md\n");
            Files.writeString(test.folder.resolve(ignore), "**/*.log\n.dockerignore\n");
            Files.writeString(
                    test.folder.resolve(dockerfile),
                    "FROM " + TestImages.BUSYBOX + "\nCOPY . /context/\nRUN cd /context && find . | sort > /list\n");
            BuildSpec spec = BuildSpec.tagged().withDockerfile(dockerfile).withoutCache();

            String theirs = test.build(test.buildKit(TestBuildx.NEWEST), spec);
            String ours = test.build(ImageBuilder.classic(test.engine), spec);

            String list = test.daemon.docker("run", "--rm", theirs, "cat", "/list");
            assertEquals(list, test.daemon.docker("run", "--rm", ours, "cat", "/list"));
            assertEquals(ignore.startsWith(dockerfile), !list.contains("c.log"), list);
            assertFalse(list.isEmpty());
        }
    }
}
