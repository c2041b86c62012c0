package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildContextTest {
    @TempDir
    Path folder;

    @BeforeEach
    void dockerfile() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
    }

    private BuildContext context() throws IOException {
        return BuildContext.of(folder, "Dockerfile");
    }

    @Test
    void twentyThousandFilesAreCountedAndSent() throws Exception {
        for (int i = 0; i < 200; i++) {
            Path sub = Files.createDirectory(folder.resolve("d" + i));
            for (int j = 0; j < 100; j++) {
                Files.write(sub.resolve("f" + j), new byte[100]);
            }
        }
        Files.writeString(folder.resolve(".dockerignore"), "d0\n");
        BuildContext context = context();

        assertEquals(new ContextSize(199 * 101 + 2, 199 * 100 * 100 + 13 + 3), context.measure());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicLong sent = new AtomicLong();
        context.archive(sent::set).writeTo(out);
        int entries = 0;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            while (tar.getNextEntry() != null) {
                entries++;
            }
        }
        assertEquals(199 * 101 + 2, entries);
        assertEquals(199 * 100 * 100 + 16, sent.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[\n", "!\n", "[b-a]\n"})
    void lineThatIsNoPatternIsNamed(String ignore) throws Exception {
        Files.writeString(folder.resolve(".dockerignore"), ignore);

        BuildContextException e = assertThrows(BuildContextException.class, this::context);

        assertTrue(String.valueOf(e.getMessage()).contains(".dockerignore"), e::toString);
    }

    @Test
    void folderWithoutADockerfileIsNamed() {
        assertThrows(BuildContextException.class, () -> BuildContext.of(folder, "Other"));
        assertThrows(BuildContextException.class, () -> BuildContext.of(folder.resolve("none"), "Dockerfile"));
    }

    @Test
    void fileThatGoesAwayWhileItIsSentEndsTheBuild() throws Exception {
        Files.write(folder.resolve("a"), new byte[10_000_000]);
        BuildContext context = context();
        OutputStream cutting = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                Files.write(folder.resolve("a"), new byte[10]);
            }
        };

        assertThrows(
                UncheckedIOException.class, () -> context.archive(sent -> {}).writeTo(cutting));
    }
}
