package io.quayside.vm.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestImageTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @BeforeEach
    void makeImage() throws IOException {
        StringBuilder files = new StringBuilder();
        for (String name : new String[] {"vmlinuz", "initrd", "root.erofs"}) {
            Files.writeString(folder.resolve(name), "abc");
            files.append(files.isEmpty() ? "" : ",")
                    .append("\"" + name + "\": {\"bytes\": 3, \"sha256\": \"" + SHA256_OF_ABC + "\"}");
        }
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"format\": 1, \"recipe\": \"r\", \"architecture\": \"amd64\", \"kernel\": \"6.12\", \"files\": {"
                        + files + "}}");
    }

    @Test
    void wholeImageIsVerified() throws Exception {
        GuestImage.open(folder, Architecture.AMD64).verify();
    }

    @Test
    void alteredFileOfTheSameSizeIsFoundByItsChecksum() throws Exception {
        GuestImage image = GuestImage.open(folder, Architecture.AMD64);
        Files.writeString(folder.resolve("initrd"), "abd");
        VmException altered = assertThrows(VmException.class, image::verify);
        assertEquals(
                folder.resolve("initrd"),
                assertInstanceOf(VmProblem.ImageUnusable.class, altered.problem())
                        .path());
    }

    @Test
    void shortFileIsRefusedAtOnce() throws IOException {
        Files.writeString(folder.resolve("root.erofs"), "ab");
        assertUnusable(folder.resolve("root.erofs"), Architecture.AMD64);
    }

    @Test
    void missingManifestIsNamed() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        assertUnusable(folder.resolve("manifest.json"), Architecture.AMD64);
    }

    @Test
    void imageForAnotherProcessorIsRefused() {
        assertUnusable(folder, Architecture.ARM64);
    }

    private void assertUnusable(Path named, Architecture wanted) {
        VmException refused = assertThrows(VmException.class, () -> GuestImage.open(folder, wanted));
        assertEquals(
                named,
                assertInstanceOf(VmProblem.ImageUnusable.class, refused.problem())
                        .path());
    }
}
