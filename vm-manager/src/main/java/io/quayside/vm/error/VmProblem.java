package io.quayside.vm.error;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Why something couldn't be done with a machine, as data with words for people: what happened, why, and what to do.
public sealed interface VmProblem {
    /// The problem in words.
    Words words();

    /// What the hypervisor or the guest itself said, verbatim and untrusted; empty when it said nothing.
    default List<String> lastWords() {
        return List.of();
    }

    /// A problem in words.
    ///
    /// @param what happened, one sentence
    /// @param why, one or two sentences of measured facts
    /// @param advice what the user can do about it, one or two sentences
    /// @param code a stable name of this kind of problem
    record Words(String what, String why, String advice, String code) {}

    /// There is no machine of that name.
    record NoSuchMachine(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "There is no virtual machine " + name + ".",
                    "Quayside looked in its own folder of machines.",
                    "Create it first.",
                    "vm-no-such-machine");
        }
    }

    /// A machine of that name is there already.
    record AlreadyExists(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "There is already a virtual machine " + name + ".",
                    "Every machine needs a name of its own.",
                    "Choose another name, or delete that machine.",
                    "vm-exists");
        }
    }

    /// A name that can't be used for files and hosts.
    record BadName(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "A virtual machine can't be called \"" + name + "\".",
                    "Names have 1 to 24 lower-case letters, digits and dashes, and start with a letter.",
                    "Choose another name.",
                    "vm-bad-name");
        }
    }

    /// Another process works on the machine.
    record BusyElsewhere(String name, Path lock) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Another Quayside is working on the virtual machine " + name + ".",
                    "It holds " + lock + ".",
                    "Wait a moment and try again.",
                    "vm-busy");
        }
    }

    /// Another process is connected to the guest.
    record ConnectedElsewhere(String name, Path lock) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Another Quayside looks after the virtual machine " + name + ".",
                    "It is connected to it, which only one can be, and holds " + lock + ".",
                    "Its containers can be used meanwhile. Close the other Quayside to have ports and folders looked after here.",
                    "vm-connected-elsewhere");
        }
    }

    /// Another program has the data disk open.
    record DiskInUse(Path disk) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Another program uses the data disk of the virtual machine.",
                    disk + " is locked, as by a QEMU that runs with it. Two at once would destroy what is on it.",
                    "End that program, or restart the computer, and try again.",
                    "vm-disk-in-use");
        }
    }

    /// The host's disk became full while the machine ran.
    record HostDiskFull(Path folder, long free) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine waits because this computer's disk is full.",
                    folder + " has " + free / 1_000_000 + " MB left.",
                    "Free some disk space. The machine then goes on by itself, and nothing is lost.",
                    "vm-host-disk-full");
        }
    }

    /// The machine's own disk is full.
    record DataDiskFull(long total, long free) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The disk of the virtual machine is full.",
                    "It has " + (total >> 20) + " MiB, of which " + (free >> 20) + " are free.",
                    "Remove images, containers or volumes that you don't need, or make the disk larger; it grows while the machine runs.",
                    "vm-data-disk-full");
        }
    }

    /// A machine that still runs was started with another image.
    record GuestVersion(int found, int known) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine runs an image of another version.",
                    "Its program speaks version " + found + ", and this Quayside version " + known + ".",
                    "Stop the machine and start it again; its data stays.",
                    "vm-guest-version");
        }
    }

    /// The machine runs, and what was asked for needs it stopped.
    record StillInUse(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine " + name + " is running.",
                    "That can only be done while it is stopped.",
                    "Stop it first.",
                    "vm-running");
        }
    }

    /// The machine doesn't run, and what was asked for needs it running.
    record NotRunning(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine " + name + " isn't running.",
                    "That needs it running.",
                    "Start it first.",
                    "vm-not-running");
        }
    }

    /// The machine's configuration can't be read.
    record ConfigBroken(Path file, String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The configuration of a virtual machine can't be read.",
                    file + ": " + detail,
                    "Its data disk is untouched. Restore the file from a backup, or create a machine of the same name to use its disk again.",
                    "vm-config-broken");
        }
    }

    /// Docker has a context of that name that isn't Quayside's.
    record ContextTaken(String context, Path file) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Docker already has a context " + context + ".",
                    "It isn't this machine's, so it was left as it is: " + file,
                    "Remove or rename it if you don't need it: docker context rm " + context,
                    "vm-context-taken");
        }
    }

    /// The hypervisor can't do that.
    record NotPossible(String what, String why) implements VmProblem {
        @Override
        public Words words() {
            return new Words(what, why, "Choose another way.", "vm-not-possible");
        }
    }

    /// The configuration was written by a newer Quayside.
    record ConfigTooNew(Path file, int found, int known) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "This virtual machine was made by a newer Quayside.",
                    file + " has format " + found + ", and this Quayside knows " + known + ".",
                    "Update Quayside.",
                    "vm-config-too-new");
        }
    }

    /// A file or folder can't be read or written.
    record FilesUnusable(Path path, String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Quayside can't use the files of its virtual machine.",
                    path + ": " + detail,
                    "Make room or rights there and try again.",
                    "vm-files");
        }
    }

    /// The data disk is gone.
    record DiskMissing(Path disk) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The data disk of the virtual machine is missing.",
                    disk + " isn't there.",
                    "Put it back where it was. Quayside never makes a new one in place of one that had data.",
                    "vm-disk-missing");
        }
    }

    /// Disks only grow.
    record DiskCannotShrink(int haveGiB, int wantedGiB) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The data disk can't become smaller.",
                    "It has " + haveGiB + " GiB, and " + wantedGiB + " were asked for.",
                    "On this computer it only takes what is in use. Remove what you don't need instead.",
                    "vm-disk-shrink");
        }
    }

    /// The host's disk is too full.
    record NoSpace(Path folder, long needed, long free) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "There isn't enough room on this computer for the virtual machine.",
                    folder + " has " + free / 1_000_000 + " MB left; at least " + needed / 1_000_000
                            + " MB are needed.",
                    "Free some disk space and start it again.",
                    "vm-no-space");
        }
    }

    /// The guest image is missing, incomplete or altered.
    record ImageUnusable(Path path, String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The image of the virtual machine can't be used.",
                    path + ": " + detail,
                    "Install Quayside again, or build the image with vm-manager/guest/build-image.",
                    "vm-image");
        }
    }

    /// QEMU isn't installed.
    record HypervisorMissing(String program) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The program that runs virtual machines isn't installed.",
                    program + " was not found.",
                    "Install QEMU: apt-get install qemu-system-x86 (Debian, Ubuntu), dnf install qemu-kvm (Fedora), brew install qemu (macOS).",
                    "vm-no-hypervisor");
        }
    }

    /// A socket can't be made at so long a path.
    record PathTooLong(Path socket, int bytes, int limit) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The folder of the virtual machine has too long a path.",
                    socket + " takes " + bytes + " bytes, and the system allows " + limit + ".",
                    "Choose a folder with a shorter path by --data-dir.",
                    "vm-path-too-long");
        }
    }

    /// The machine ended by itself.
    record Ended(String during, List<String> lastWords) implements VmProblem {
        public Ended {
            lastWords = List.copyOf(lastWords);
        }

        @Override
        public Words words() {
            return new Words(
                    "The virtual machine ended by itself.",
                    "It ended during: " + during + ".",
                    "Start it again. The console's last lines are below; the whole console is in the diagnostics.",
                    "vm-ended");
        }
    }

    /// A step of the start took longer than it may.
    record StartTooSlow(String step, Duration waited, List<String> lastWords) implements VmProblem {
        public StartTooSlow {
            lastWords = List.copyOf(lastWords);
        }

        @Override
        public Words words() {
            return new Words(
                    "The virtual machine didn't start in time.",
                    "The step \"" + step + "\" wasn't done after " + waited.toSeconds() + " seconds.",
                    "Start it again. On a computer without hardware acceleration, give it fewer tasks at the same time.",
                    "vm-start-slow");
        }
    }

    /// A step inside the guest failed.
    record GuestStepFailed(String step, String reason, List<String> lastWords) implements VmProblem {
        public GuestStepFailed {
            lastWords = List.copyOf(lastWords);
        }

        @Override
        public Words words() {
            return new Words(
                    "The virtual machine started, but its engine didn't.",
                    "The step " + step + " failed: " + reason,
                    "The data disk was left as it is. The engine's last lines are below.",
                    "vm-guest-step");
        }
    }

    /// The connection into the guest broke.
    record ConnectionLost(String detail, List<String> lastWords) implements VmProblem {
        public ConnectionLost {
            lastWords = List.copyOf(lastWords);
        }

        @Override
        public Words words() {
            return new Words(
                    "The connection to the virtual machine was lost.",
                    detail,
                    "Stop the machine and start it again.",
                    "vm-connection-lost");
        }
    }

    /// The guest refused a request.
    record RequestRefused(String request, String reason) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine couldn't do " + request + ".",
                    reason,
                    "Try again; if it stays so, stop the machine and start it again.",
                    "vm-request");
        }
    }

    /// The engine in the guest doesn't answer.
    record EngineSilent(String address, String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine runs, but its engine doesn't answer.",
                    address + ": " + detail,
                    "Restart the engine, or stop the machine and start it again.",
                    "vm-engine-silent");
        }
    }

    /// The machine survived every way to end it.
    record StillRunning(long pid) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The virtual machine couldn't be stopped.",
                    "Process " + pid + " still runs after it was asked and then killed.",
                    "Restarting the computer ends it.",
                    "vm-still-running");
        }
    }

    /// The hypervisor refused a command.
    record HypervisorRefused(String command, String reason) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The program that runs the virtual machine refused a command.",
                    command + ": " + reason,
                    "Stop the machine and start it again.",
                    "vm-hypervisor");
        }
    }

    /// These folders can't be shared like that.
    record ShareRefused(String folder, String reason) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    folder + " can't be shared with the virtual machine.",
                    reason,
                    "Choose another folder.",
                    "vm-share-refused");
        }
    }

    /// A container has the shared folder mounted.
    record ShareInUse(String folder) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    folder + " is in use by a container.",
                    "A container that runs has it, or a folder in it, mounted.",
                    "Stop the containers that use it, and try again.",
                    "vm-share-in-use");
        }
    }

    /// Hyper-V isn't there, or is switched off.
    record HyperVMissing(String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Hyper-V isn't available on this computer.",
                    detail,
                    "Turn on Hyper-V in \"Turn Windows features on or off\", which needs Windows Pro or better, restart the computer, and try again. QEMU works without it.",
                    "vm-hyperv-missing");
        }
    }

    /// The user may not use Hyper-V.
    record HyperVNotAllowed(String cmdlet) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "You aren't allowed to use Hyper-V.",
                    "Windows refused " + cmdlet + ". Members of the group Hyper-V Administrators may use it.",
                    "Let an administrator add you to the group Hyper-V Administrators, then sign out and in again.",
                    "vm-hyperv-not-allowed");
        }
    }

    /// Hyper-V has a machine of that name that isn't this one.
    record HyperVNameTaken(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Hyper-V already has a virtual machine " + name + ".",
                    "It wasn't made for this machine of Quayside, so it was left alone.",
                    "Rename or remove it in Hyper-V Manager, or give your machine another name.",
                    "vm-hyperv-name-taken");
        }
    }

    /// The virtual switch that leads to the network isn't there.
    record HyperVSwitchMissing(String name) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "Hyper-V has no virtual switch \"" + name + "\".",
                    "The virtual machine would have no network. Windows makes that switch itself when Hyper-V is turned on.",
                    "Restart the computer. If it is still missing, turn Hyper-V off and on again in the Windows features.",
                    "vm-hyperv-switch");
        }
    }

    /// Another program holds a disk of the machine.
    record DiskAttached(String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "A disk of the virtual machine is in use by another program.",
                    detail,
                    "Detach it in Disk Management, or wait for a backup or virus scan to end, and try again.",
                    "vm-disk-attached");
        }
    }

    /// The host hasn't enough free memory.
    record HostMemoryShort(String detail) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "There isn't enough free memory for the virtual machine.",
                    detail,
                    "Close other programs, or give the machine less memory.",
                    "vm-host-memory");
        }
    }

    /// The way to the program in the guest is closed to this user.
    record ControlPipeDenied(String pipe) implements VmProblem {
        @Override
        public Words words() {
            return new Words(
                    "The connection into the virtual machine was refused.",
                    "Windows doesn't let you open " + pipe + ".",
                    "Let an administrator add you to the group Hyper-V Administrators, then sign out and in again.",
                    "vm-control-pipe");
        }
    }
}
