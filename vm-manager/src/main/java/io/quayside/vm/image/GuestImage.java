package io.quayside.vm.image;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest image: kernel, initial RAM disk and root disk in one folder, with a manifest.
///
/// @param recipe identifies what it was built from
/// @param files name to size and checksum
public record GuestImage(
        Path folder, String recipe, Architecture architecture, String kernel, Map<String, Content> files) {
    /// The layout of folder and manifest that this code knows.
    private static final int FORMAT = 1;

    public static final String KERNEL = "vmlinuz";
    public static final String INITRD = "initrd";
    public static final String ROOT = "root.erofs";

    /// All of them on one disk that UEFI firmware boots; only in images built with `--uefi`.
    public static final String SYSTEM_DISK = "system.vhdx";

    /// What a file has to be.
    public record Content(long bytes, String sha256) {}

    public GuestImage {
        files = Map.copyOf(files);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /// Reads the manifest and compares sizes, which is quick enough for every start; [#verify] compares everything.
    public static GuestImage open(Path folder, Architecture wanted) throws VmException {
        Path manifest = folder.resolve("manifest.json");
        GuestImage image;
        try {
            image = parse(folder, JsonMapper.shared().readTree(Files.readAllBytes(manifest)));
        } catch (IOException e) {
            throw unusable(manifest, "can't be read (" + e.getMessage() + ")", e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unusable(manifest, "isn't a manifest of an image", e);
        }
        if (image.architecture != wanted) {
            throw unusable(folder, "is for " + image.architecture.id() + ", and " + wanted.id() + " is needed", null);
        }
        for (String name : new String[] {KERNEL, INITRD, ROOT}) {
            image.checkSize(name);
        }
        return image;
    }

    /// The disk that UEFI firmware boots, its size compared with the manifest's.
    public Path systemDisk() throws VmException {
        checkSize(SYSTEM_DISK);
        return file(SYSTEM_DISK);
    }

    /// Compares the checksums of all files.
    public void verify() throws VmException {
        for (Map.Entry<String, Content> entry : new TreeMap<>(files).entrySet()) {
            Path path = file(entry.getKey());
            String found = sha256(path);
            if (!found.equals(entry.getValue().sha256())) {
                throw unusable(
                        path,
                        "has checksum " + found + " instead of "
                                + entry.getValue().sha256(),
                        null);
            }
        }
    }

    private static GuestImage parse(Path folder, JsonNode json) {
        if (json.path("format").asInt(0) != FORMAT) {
            throw new IllegalArgumentException("format " + json.path("format"));
        }
        Map<String, Content> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("files").properties()) {
            JsonNode value = entry.getValue();
            files.put(
                    entry.getKey(),
                    new Content(
                            value.path("bytes").asLong(), value.path("sha256").asString()));
        }
        return new GuestImage(
                folder,
                json.path("recipe").asString(),
                json.path("architecture").asString().equals("arm64") ? Architecture.ARM64 : Architecture.AMD64,
                json.path("kernel").asString(),
                files);
    }

    private void checkSize(String name) throws VmException {
        Path path = file(name);
        Content wanted = files.get(name);
        try {
            if (wanted == null || Files.size(path) != wanted.bytes()) {
                throw unusable(path, "has another size than the manifest says", null);
            }
        } catch (IOException e) {
            throw unusable(path, "is missing", e);
        }
    }

    private static String sha256(Path path) throws VmException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unusable(path, "can't be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static VmException unusable(Path path, String detail, @org.jspecify.annotations.Nullable Throwable cause) {
        return new VmException(new VmProblem.ImageUnusable(path, detail + "."), cause);
    }
}
