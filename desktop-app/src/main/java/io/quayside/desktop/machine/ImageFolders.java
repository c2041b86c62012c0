package io.quayside.desktop.machine;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.error.VmException;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.image.ImageSource;
import io.quayside.vm.model.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the guest image is looked for: the folder that `QUAYSIDE_VM_IMAGE` names, else in the cache of these folders,
/// else in the user's usual cache, where `vm-manager/guest/build-image` puts it.
///
/// @param folders in order
record ImageFolders(List<Path> folders, Architecture architecture) implements ImageSource {
    static final String VARIABLE = "QUAYSIDE_VM_IMAGE";

    ImageFolders {
        folders = List.copyOf(folders);
    }

    static ImageFolders of(AppDirs dirs, Map<String, String> environment, Architecture architecture) {
        Optional<Path> given = Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
        if (given.isPresent()) {
            return new ImageFolders(List.of(given.get()), architecture);
        }
        return new ImageFolders(
                Stream.of(dirs.cache(), AppDirs.of(Optional.empty()).cache())
                        .map(cache -> cache.resolve("guest-image").resolve(architecture.id()))
                        .distinct()
                        .toList(),
                architecture);
    }

    /// Whether there is something to open.
    boolean isThere() {
        return folders.stream().anyMatch(ImageFolders::hasManifest);
    }

    private static boolean hasManifest(Path folder) {
        return Files.exists(folder.resolve("manifest.json"));
    }

    @Override
    public GuestImage open() throws VmException {
        Path folder =
                folders.stream().filter(ImageFolders::hasManifest).findFirst().orElse(folders.getLast());
        return GuestImage.open(folder, architecture);
    }
}
