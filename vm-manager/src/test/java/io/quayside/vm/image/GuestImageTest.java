package io.quayside.vm.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.Zstd;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void packedRootIsUnpackedOnceAndStaysPackedToo() throws Exception {
        pack("abc".getBytes(StandardCharsets.UTF_8));
        GuestImage image = GuestImage.open(folder, Architecture.AMD64);
        assertEquals("abc", Files.readString(image.file(GuestImage.ROOT)));
        image.verify();
        Files.delete(packed());
        GuestImage.open(folder, Architecture.AMD64);
        assertEquals(List.of("initrd", "manifest.json", "root.erofs", "vmlinuz"), names());
    }

    @Test
    void rootThatWasCutShortIsUnpackedAgain() throws Exception {
        pack("abc".getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("root.erofs"), "ab");
        GuestImage.open(folder, Architecture.AMD64).verify();
    }

    @Test
    void packedRootThatHoldsSomethingElseLeavesNothingBehind() throws Exception {
        pack("abd".getBytes(StandardCharsets.UTF_8));
        assertUnusable(packed(), Architecture.AMD64);
        assertEquals(List.of("initrd", "manifest.json", "root.erofs.zst", "vmlinuz"), names());
    }

    @Test
    void damagedPackedRootIsNamed() throws Exception {
        pack("abc".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(packed());
        bytes[0] ^= 1;
        Files.write(packed(), bytes);
        assertUnusable(packed(), Architecture.AMD64);
    }

    @Test
    void packedRootThatIsMissingOrShortIsNamed() throws Exception {
        pack("abc".getBytes(StandardCharsets.UTF_8));
        Files.writeString(packed(), "short");
        assertUnusable(packed(), Architecture.AMD64);
        Files.delete(packed());
        assertUnusable(packed(), Architecture.AMD64);
    }

    @Test
    void downloadIsThePackedSize() throws Exception {
        pack("abc".getBytes(StandardCharsets.UTF_8));
        GuestImage image = GuestImage.open(folder, Architecture.AMD64);
        assertEquals(Files.size(packed()), image.files().get(GuestImage.ROOT).downloadBytes());
        assertEquals(3, image.files().get(GuestImage.KERNEL).downloadBytes());
    }

    private Path packed() {
        return folder.resolve("root.erofs.zst");
    }

    /// The root disk is only there packed, as after a download; its manifest says that it is `abc`.
    private void pack(byte[] content) throws IOException {
        Files.delete(folder.resolve("root.erofs"));
        Files.write(packed(), Zstd.compress(content));
        Path manifest = folder.resolve("manifest.json");
        String root = "\"root.erofs\": {\"bytes\": 3, ";
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                root,
                                root + "\"packed\": {\"bytes\": " + Files.size(packed())
                                        + ", \"sha256\": \"unused\"}, "));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private void assertUnusable(Path named, Architecture wanted) {
        VmException refused = assertThrows(VmException.class, () -> GuestImage.open(folder, wanted));
        assertEquals(
                named,
                assertInstanceOf(VmProblem.ImageUnusable.class, refused.problem())
                        .path());
    }
}
