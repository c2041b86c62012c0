package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Small images for tests, made from Debian's busybox-static: no registry is needed.
public final class TestImages {
    /// Busybox with all its commands; runs `sh`.
    public static final String BUSYBOX = "quayside/busybox:1";

    /// Busybox that serves `/www` on port 80 and answers "hello from quayside" at `/`; stops at once when asked.
    public static final String HTTPD = "quayside/httpd:1";

    private static final int EXECUTABLE = 0b111_101_101;
    private static final int STICKY = 0b1_111_111_111;

    private TestImages() {}

    /// Imports the images that this engine doesn't have.
    public static synchronized void ensure(DockerLine engine) {
        importInto(engine, BUSYBOX, "CMD [\"sh\"]");
        importInto(
                engine,
                HTTPD,
                "CMD [\"httpd\", \"-f\", \"-p\", \"80\", \"-h\", \"/www\"]",
                "EXPOSE 80",
                "ENV SERVES=/www");
    }

    /// An image with one program, `/sleep`, no shell, and a file `/marker`, as images "from scratch" are.
    public static synchronized String ensureWithoutShell(TestEngine engine) {
        String image = "quayside/no-shell:1";
        if (!engine.tryDocker("image", "inspect", "--format", "{{.Id}}", image).succeeded()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
                file(tar, "sleep", Files.readAllBytes(findBusybox().orElseThrow()), EXECUTABLE);
                file(tar, "marker", "only here\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            engine.dockerCommand("import", "-", image)
                    .withInput(bytes.toByteArray())
                    .run()
                    .orFail();
        }
        return image;
    }

    /// An image with a real redis and the libraries it needs, nothing else; keeps its data in `/data`.
    public static synchronized String ensureRedis(TestEngine engine) {
        String image = "quayside/redis:1";
        if (!engine.tryDocker("image", "inspect", "--format", "{{.Id}}", image).succeeded()) {
            Path root = EngineInstallation.roots().resolve("redis");
            if (!Files.isExecutable(root.resolve("usr/bin/redis-server"))) {
                TestEngines.unavailable("there is no redis in " + root + "; ./verify gets it");
            }
            try {
                Path tar = Files.createTempFile("quayside-redis", ".tar");
                Command.of(
                                "tar",
                                "-C",
                                root.toString(),
                                "--exclude=usr/share/*",
                                "--exclude=usr/lib/systemd/*",
                                "--exclude=var/*",
                                "--exclude=dev/*",
                                "-cf",
                                tar.toString(),
                                ".")
                        .run()
                        .orFail();
                engine.docker(
                        "import",
                        "--change=CMD [\"redis-server\", \"--bind\", \"*\", \"--protected-mode\", \"no\"]",
                        "--change=EXPOSE 6379",
                        "--change=WORKDIR /data",
                        "--change=ENV PATH=/usr/bin",
                        tar.toString(),
                        image);
                Files.delete(tar);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return image;
    }

    /// The file system of the images as a tar archive, for tests that import or build it themselves.
    public static byte[] busyboxArchive() {
        Path busybox = findBusybox().orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (String folder : List.of("bin/", "etc/", "root/", "www/", "tmp/")) {
                directory(tar, folder);
            }
            file(tar, "bin/busybox", Files.readAllBytes(busybox), EXECUTABLE);
            for (String applet : Command.of(busybox.toString(), "--list")
                    .run()
                    .orFail()
                    .output()
                    .lines()
                    .toList()) {
                if (!applet.equals("busybox")) {
                    link(tar, "bin/" + applet);
                }
            }
            file(tar, "etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n");
            file(tar, "etc/group", "root:x:0:\nnogroup:x:65534:\n");
            file(tar, "www/index.html", "hello from quayside\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void importInto(DockerLine engine, String image, String... changes) {
        if (engine.tryDocker("image", "inspect", "--format", "{{.Id}}", image).succeeded()) {
            return;
        }
        if (findBusybox().isEmpty()) {
            TestEngines.unavailable("the images for tests need busybox-static");
        }
        List<String> words = Stream.of(
                        Stream.of("import"),
                        Stream.of(changes).flatMap(change -> Stream.of("--change", change)),
                        Stream.of("-", image))
                .flatMap(s -> s)
                .toList();
        engine.dockerCommand(words.toArray(String[]::new))
                .withInput(busyboxArchive())
                .run()
                .orFail();
    }

    private static Optional<Path> findBusybox() {
        return Stream.concat(
                        Stream.of("trixie", "forky")
                                .map(suite -> EngineInstallation.roots().resolve(suite + "/usr/bin/busybox")),
                        Stream.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void directory(TarArchiveOutputStream tar, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(name.equals("tmp/") ? STICKY : EXECUTABLE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName("busybox");
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
        file(tar, name, text.getBytes(StandardCharsets.UTF_8), TarArchiveEntry.DEFAULT_FILE_MODE);
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
