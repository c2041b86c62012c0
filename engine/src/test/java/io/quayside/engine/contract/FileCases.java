package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.CommitSpec;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.PathStat;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.stream.ArchiveStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

/// Files of containers, and images made of them.
public interface FileCases extends ContractCase {

    private Containers containers() {
        return fixture().engine().containers();
    }

    @Test
    default void pathsAreDescribed() throws Exception {
        String id = fixture()
                .run(EngineFixture.shell("ln -s /etc/passwd /root/link; chmod 4755 /etc/group; mkfifo /root/pipe"));

        PathStat file = containers().statPath(id, "/www/index.html");
        PathStat folder = containers().statPath(id, "/www");
        PathStat link = containers().statPath(id, "/root/link");

        assertEquals(new PathStat("index.html", 20, 0644, PathStat.Type.FILE, file.modified(), ""), file);
        assertTrue(file.modified().isPresent());
        assertEquals(PathStat.Type.FOLDER, folder.type());
        assertEquals(PathStat.Type.LINK, link.type());
        assertEquals("/etc/passwd", link.linkTarget());
        assertEquals(04755, containers().statPath(id, "/etc/group").mode());
        assertEquals(
                PathStat.Type.OTHER, containers().statPath(id, "/root/pipe").type());
    }

    @Test
    default void missingPathIsNotFound() throws Exception {
        String id = fixture().create(EngineFixture.shell("true"));

        assertThrows(NotFoundException.class, () -> containers().statPath(id, "/none"));
        assertThrows(NotFoundException.class, () -> containers().getArchive(id, "/none"));
        if (!fixture().isPodman()) {
            // Podman makes the folder.
            assertThrows(
                    NotFoundException.class, () -> containers().putArchive(id, "/none", out -> tar(out, "a", "b")));
        }
    }

    @Test
    default void filesGoInAndComeOut() throws Exception {
        String id = fixture().create(EngineFixture.shell("true"));
        String content = "line\n".repeat(100_000);

        containers().putArchive(id, "/root", out -> tar(out, "new file", content));

        try (ArchiveStream archive = containers().getArchive(id, "/root/new file");
                TarArchiveInputStream tar = new TarArchiveInputStream(archive.tar())) {
            assertEquals(content.length(), archive.stat().size());
            assertEquals("new file", tar.getNextEntry().getName());
            assertEquals(content, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void tar(OutputStream out, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
        tar.finish();
    }

    @Test
    default void exportHasTheWholeFileSystem() throws Exception {
        String id = fixture().run(EngineFixture.shell("echo x > /root/mine"));
        List<String> names = new ArrayList<>();

        try (InputStream export = containers().export(id);
                TarArchiveInputStream tar = new TarArchiveInputStream(export)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertTrue(names.containsAll(List.of("bin/busybox", "root/mine")), names::toString);
    }

    @Test
    default void exportEndsWhenClosedFromAnotherThread() throws Exception {
        String id = fixture().create(EngineFixture.shell("true"));
        InputStream export = containers().export(id);
        export.read();

        export.close();

        assertThrows(IOException.class, export::readAllBytes);
    }

    @Test
    default void commitMakesAnImage() throws Exception {
        String id = fixture().run(EngineFixture.shell("echo x > /root/mine"));
        String repository = fixture().newName("localhost/quayside-commit");

        String image = containers()
                .commit(
                        id,
                        new CommitSpec(
                                repository, "2", "a comment", "an author", true, List.of("CMD [\"true\"]", "ENV A=1")));

        ImageDetails details = fixture().engine().images().inspect(repository + ":2");
        assertEquals(details.id().replace("sha256:", ""), image.replace("sha256:", ""));
        assertEquals("a comment", details.comment());
        assertEquals("an author", details.author());
        assertEquals(Optional.of(List.of("true")), details.config().cmd());
        assertTrue(details.config().env().contains("A=1"));
        fixture().engine().images().remove(repository + ":2", true, true);
    }
}
