package io.quayside.vm.store;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// The names of all files of one machine. Nothing else in this module makes up a name.
///
/// @param folder what must be kept: `<data>/machines/<name>`
/// @param run sockets and the process id of a running machine: `<runtime>/vm/<name>`
/// @param logs consoles: `<state>/machines/<name>`
public record MachineFiles(Path folder, Path run, Path logs) {
    /// 108 bytes on Linux, 104 on macOS, the terminating zero included.
    private static final int SOCKET_LIMIT = 103;

    public static MachineFiles of(AppDirs dirs, String name) {
        return new MachineFiles(
                machines(dirs).resolve(name),
                dirs.runtime().resolve("vm").resolve(name),
                dirs.state().resolve("machines").resolve(name));
    }

    /// The folder of all machines.
    public static Path machines(AppDirs dirs) {
        return dirs.data().resolve("machines");
    }

    /// What the machine was made as.
    public Path config() {
        return folder.resolve("machine.json");
    }

    /// Images, containers and volumes: a sparse disk, as large on the host as what is in use.
    public Path dataDisk() {
        return folder.resolve("data.raw");
    }

    /// The same under Hyper-V, in its own format.
    public Path hyperVDataDisk() {
        return folder.resolve("data.vhdx");
    }

    /// What Hyper-V's guest starts from: a difference to the image's disk, made anew at every start.
    public Path hyperVSystemDisk() {
        return folder.resolve("system.vhdx");
    }

    /// What Hyper-V's guest is told: configuration and keys, made anew at every start.
    public Path hyperVConfigDisk() {
        return folder.resolve("config.vhdx");
    }

    /// Owners and permissions that containers gave to files of a shared folder.
    public Path owners(Path hostFolder) {
        String key = UUID.nameUUIDFromBytes(hostFolder.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return folder.resolve("owners").resolve(key);
    }

    /// Keys and certificates of engine and clients, readable by the user only.
    public Path keys() {
        return folder.resolve("keys");
    }

    /// Held by whoever changes the machine. It is never deleted, since two processes could then hold two of them.
    public Path lock() {
        return folder.resolveSibling("." + folder.getFileName() + ".lock");
    }

    /// Held by whoever is connected to the program in the guest.
    public Path linkLock() {
        return folder.resolveSibling("." + folder.getFileName() + ".link");
    }

    /// A configuration that couldn't be read, put aside when the machine is made again.
    public Path brokenConfig() {
        return folder.resolve("machine.json.broken");
    }

    /// What the guest is told at its next start.
    public Path guestConfig() {
        return run.resolve("config.json");
    }

    /// The hypervisor's process id and the time that process began, to tell it from a later one with the same id.
    public Path process() {
        return run.resolve("process");
    }

    /// QEMU's own control socket.
    public Path qmpSocket() {
        return run.resolve("qmp.sock");
    }

    /// The socket that leads to the program in the guest.
    public Path controlSocket() {
        return run.resolve("ctl.sock");
    }

    /// The machine's engine, for programs of this user; there while a Quayside is connected to the machine.
    public Path engineSocket() {
        return run.resolve("docker.sock");
    }

    /// There while the machine's processors are stopped, because nobody needs it.
    public Path paused() {
        return run.resolve("paused");
    }

    /// The guest's serial console, from its last start.
    public Path console() {
        return logs.resolve("console.log");
    }

    /// What the hypervisor's process writes.
    public Path hypervisorLog() {
        return logs.resolve("hypervisor.log");
    }

    /// Sockets at long paths fail in odd ways later, so this is asked first.
    public void checkSocketPaths() throws VmException {
        for (Path socket : new Path[] {qmpSocket(), controlSocket(), engineSocket()}) {
            int bytes = socket.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > SOCKET_LIMIT) {
                throw new VmException(new VmProblem.PathTooLong(socket, bytes, SOCKET_LIMIT));
            }
        }
    }
}
