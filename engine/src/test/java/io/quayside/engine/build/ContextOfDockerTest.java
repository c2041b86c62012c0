package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.stream.EngineStream;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a build gets from us is what it gets from the real `docker build`: the image lists it.
@Timeout(120)
class ContextOfDockerTest {
    private static final String DOCKERFILE = "FROM " + TestImages.BUSYBOX + "\nCOPY . /context/\n"
            + "RUN cd /context && find . | sort | while read -r f; do stat -c '%N %a %s %F %u:%g' \"$f\"; done > /list\n";

    @TempDir
    Path folder;

    private void file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void tree() throws IOException {
        for (String name : List.of(
                "Dockerfile.other",
                "a.txt",
                "b.md",
                "README.md",
                "src/main.c",
                "src/deep/main.o",
                "src/deep/keep.o",
                "src/deep/er/x.tmp",
                "node_modules/m/index.js",
                "docs/a.md",
                "docs/sub/b.md",
                ".git/config",
                ".env",
                "with space/f",
                "uml\u00e4ut/\u00df",
                "x+y(1).txt",
                "a1",
                "a2",
                "ab",
                "[z]",
                "empty.txt",
                "n".repeat(120) + "/" + "m".repeat(120))) {
            file(name, name.equals("empty.txt") ? "" : name);
        }
        Files.createDirectories(folder.resolve("empty/folder"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
        Files.createSymbolicLink(folder.resolve("broken link"), Path.of("/nowhere/at/all"));
        Files.createSymbolicLink(folder.resolve("folder link"), Path.of("src"));
        Files.setPosixFilePermissions(folder.resolve("a.txt"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setAttribute(folder.resolve("b.md"), "unix:mode", 06751);
        Files.setPosixFilePermissions(folder.resolve("docs"), PosixFilePermissions.fromString("rwx------"));
        file("Dockerfile", DOCKERFILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but a comment\n\n",
                "node_modules\n.git\n*.md\n!README.md\n",
                "**/*.o\n!src/deep/keep.o\n",
                "docs\n!docs/sub/b.md\n",
                "docs\n!**/*.md\n",
                "*\n!src\n!a.txt\n",
                "*\n!src/deep/keep.o\n",
                "/a.txt\n./b.md\nsrc/../README.md\n",
                "a?\n",
                "a[0-9]\n",
                "\\[z]\nx+y(1).txt\n",
                "src/**/er\n**/sub\n",
                "**\n!docs\n",
                "Dockerfile\n.dockerignore\n",
                "  b.md  \n \n#a.txt\n!#\n",
                "with space\numl\u00e4ut\n",
                "link\nfolder link\nempty/\n",
                "../x\n.\n",
                "\ufeffb.md\r\na.txt\r\n",
                "src/*/*.o\nn*/m*\n!n*/m*\n"
            })
    void sameFilesAreSent(String ignore) throws Exception {
        TestEngine daemon = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(daemon);
        tree();
        if (!ignore.isEmpty()) {
            file(".dockerignore", ignore);
        }
        daemon.dockerCommand("build", "--no-cache", "-t", "context:docker", folder.toString())
                .withEnvironment("DOCKER_BUILDKIT", "0")
                .run()
                .orFail();
        BuildContext context = BuildContext.of(folder, "Dockerfile");
        try (Engine engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(daemon.socket()));
                EngineStream<BuildEvent> build = engine.builds()
                        .build(BuildSpec.tagged("context:ours").withoutCache(), context.archive(sent -> {}))) {
            while (build.next().isPresent()) {
                assertTrue(Files.exists(folder));
            }
        }

        assertEquals(
                daemon.docker("run", "--rm", "context:docker", "cat", "/list"),
                daemon.docker("run", "--rm", "context:ours", "cat", "/list"));
    }
}
