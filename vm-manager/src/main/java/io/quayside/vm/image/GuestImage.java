package io.quayside.vm.image;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest image: kernel, initial RAM disk and root disk in one folder, with a manifest. Large files come
/// packed and are unpacked beside their packed form when the image is first opened.
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
    ///
    /// @param packed what it is downloaded as
    public record Content(long bytes, String sha256, Optional<Packed> packed) {
        public Content(long bytes, String sha256) {
            this(bytes, sha256, Optional.empty());
        }

        /// How much there is to download of it.
        public long downloadBytes() {
            return packed.map(Packed::bytes).orElse(bytes);
        }
    }

    /// The packed form of a file, which has the same name and `.zst`.
    public record Packed(long bytes, String sha256) {}

    public GuestImage {
        files = Map.copyOf(files);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /// Reads the manifest and compares sizes, which is quick enough for every start; [#verify] compares
    /// everything. A file that is only there packed is unpacked, which takes seconds, once.
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
            image.provide(name);
        }
        return image;
    }

    /// The disk that UEFI firmware boots, its size compared with the manifest's, unpacked if need be.
    public Path systemDisk() throws VmException {
        provide(SYSTEM_DISK);
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
            JsonNode packed = value.path("packed");
            files.put(
                    entry.getKey(),
                    new Content(
                            value.path("bytes").asLong(),
                            value.path("sha256").asString(),
                            packed.isObject()
                                    ? Optional.of(new Packed(
                                            packed.path("bytes").asLong(),
                                            packed.path("sha256").asString()))
                                    : Optional.empty()));
        }
        return new GuestImage(
                folder,
                json.path("recipe").asString(),
                json.path("architecture").asString().equals("arm64") ? Architecture.ARM64 : Architecture.AMD64,
                json.path("kernel").asString(),
                files);
    }

    private void provide(String name) throws VmException {
        Path path = file(name);
        Content wanted = files.get(name);
        if (wanted == null) {
            throw unusable(path, "isn't in the manifest", null);
        }
        PackedFile packed = new PackedFile(file(name + PackedFile.SUFFIX), path);
        try {
            if (packed.isUnpackedTo(wanted.bytes())) {
                return;
            }
            if (wanted.packed().isPresent()) {
                packed.unpack(wanted.packed().get().bytes(), wanted.bytes(), wanted.sha256());
            } else if (Files.exists(path)) {
                throw unusable(path, "has another size than the manifest says", null);
            } else {
                throw unusable(path, "is missing", null);
            }
        } catch (PackedFile.DamagedException e) {
            throw unusable(packed.packed(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw StoreFailures.of(path, e);
        }
    }

    private static String sha256(Path path) throws VmException {
        try {
            return Checksum.of(path);
        } catch (IOException e) {
            throw unusable(path, "can't be read", e);
        }
    }

    private static VmException unusable(Path path, String detail, @org.jspecify.annotations.Nullable Throwable cause) {
        return new VmException(new VmProblem.ImageUnusable(path, detail + "."), cause);
    }
}
