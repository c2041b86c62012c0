package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/// An image with programs that fill a whole terminal: vim, htop, less, tmux and bash, from Debian's packages. They are
/// fetched once and kept beside the roots of the engines.
public final class ProgramsImage {
    /// What the image is called; it has a shell and no command of its own.
    public static final String NAME = "quayside/programs:1";

    private static final String SUITE = "bookworm";
    private static final String PACKAGES = "bash,coreutils,vim,htop,less,tmux,ncurses-base,libc-bin";
    private static final List<String> LEFT_OUT = List.of("doc", "man", "info", "locale", "i18n", "vim/vim90/doc");

    private ProgramsImage() {}

    /// Imports it when this engine doesn't have it; skips the test where it can't be made.
    public static synchronized void ensure(TestEngine engine) {
        if (engine.tryDocker("image", "inspect", "--format", "{{.Id}}", NAME).succeeded()) {
            return;
        }
        engine.docker("import", "--change", "ENV LANG=C.UTF-8", archive().toString(), NAME);
    }

    private static Path archive() {
        Path archive = EngineInstallation.roots().resolveSibling("programs-" + SUITE + ".tar");
        if (Files.exists(archive)) {
            return archive;
        }
        if (Command.find("mmdebstrap").isEmpty()) {
            TestEngines.unavailable("the programs for terminals are fetched with mmdebstrap, which isn't installed");
        }
        try {
            Files.createDirectories(archive.getParent());
            Path work = Files.createTempFile(archive.getParent(), "programs", ".tar");
            Command.of(
                            "mmdebstrap",
                            "--quiet",
                            "--variant=extract",
                            "--include=" + PACKAGES,
                            "--customize-hook=cd \"$1/usr/share\" && rm -rf " + String.join(" ", LEFT_OUT),
                            SUITE,
                            work.toString())
                    .withDeadline(Duration.ofMinutes(10))
                    .run()
                    .orFail();
            // Another run may have been as quick; either file will do.
            Files.move(work, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }
}
