package io.quayside.vm.boot;

import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.command.Command;
import io.quayside.vm.Machines;
import io.quayside.vm.VmEngineHost;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One machine for all tests of this JVM, because a start takes half a minute without acceleration: started
/// by the first that needs it, started again when one has left it stopped, and ended with the JVM.
///
/// Its files are in a file system of their own of [#ROOM_MIB], so that a test may fill it.
final class SharedMachine {
    static final String NAME = "dev";
    static final int ROOM_MIB = 1600;

    private static final Logger LOG = LoggerFactory.getLogger(SharedMachine.class);
    private static final SharedMachine SHARED = new SharedMachine();

    private Optional<Path> folder = Optional.empty();
    private AppDirs dirs;
    private Machines machines;
    private VmEngineHost host;

    private SharedMachine() {}

    /// The machine, running.
    static LiveMachine get() throws Exception {
        return SHARED.running();
    }

    static Machines machines() {
        return SHARED.machines;
    }

    static VmEngineHost host() {
        return SHARED.host;
    }

    static AppDirs dirs() {
        return SHARED.dirs;
    }

    /// Lets go of the machine and looks for it anew, as another process would. Run [#get] afterwards.
    static void forget() throws Exception {
        SHARED.machines.close();
        SHARED.open();
    }

    private synchronized LiveMachine running() throws Exception {
        RealVm.image();
        if (folder.isEmpty()) {
            Path made = Files.createTempDirectory("qsvm");
            folder = Optional.of(made);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("shared-machine-end").unstarted(this::end));
            Command.of("mount", "-t", "tmpfs", "-o", "mode=700,size=" + ROOM_MIB + "m", "quayside-vm", made.toString())
                    .run()
                    .orFail();
            dirs = AppDirs.of(Optional.of(made)).create();
            open();
            machines.create(NAME, new Resources(2, 1024, 4), Map.of());
            open();
        }
        if (machines.connected(NAME).filter(machine -> machine.vm().alive()).isEmpty()) {
            long began = System.nanoTime();
            host.start();
            LOG.info(
                    "started in {} ms; guest: {}",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                    machines.connected(NAME).orElseThrow().guest().steps());
        }
        return machines.connected(NAME).orElseThrow();
    }

    private void open() throws Exception {
        machines = RealVm.machines(dirs);
        if (machines.list().stream().anyMatch(machine -> machine.name().equals(NAME))) {
            host = new VmEngineHost(machines, NAME);
        }
    }

    private void end() {
        try {
            if (machines != null) {
                machines.connected(NAME).ifPresent(machine -> machine.vm().kill());
            }
            Command.of("umount", "--lazy", folder.orElseThrow().toString()).run();
            PrivateFiles.deleteTree(folder.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
