package io.quayside.engine.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// Why an engine can't be run, as data with words for people: what happened, why, and what to do about it.
public sealed interface HostProblem {
    /// What happened, one sentence.
    String what();

    /// Why, one or two sentences of measured facts.
    String why();

    /// What the user can do about it, one or two sentences.
    String advice();

    /// A stable name of this kind of problem.
    String code();

    /// The engine's own words, verbatim and untrusted; empty when it said nothing.
    default List<String> lastWords() {
        return List.of();
    }

    /// The engine runs natively on Linux only.
    record WrongSystem(String system) implements HostProblem {
        @Override
        public String what() {
            return "Docker can't run on this computer by itself.";
        }

        @Override
        public String why() {
            return "It needs Linux, and this is " + system + ".";
        }

        @Override
        public String advice() {
            return "Connect to an engine that runs elsewhere.";
        }

        @Override
        public String code() {
            return "host-wrong-system";
        }
    }

    /// The virtual machine that the engine runs in has a problem, in the words of whoever runs it.
    record Machine(String what, String why, String advice, String code, List<String> lastWords) implements HostProblem {
        public Machine {
            lastWords = List.copyOf(lastWords);
        }
    }

    /// Programs that the engine is made of aren't installed.
    ///
    /// @param programs their names
    /// @param packages of Debian and Ubuntu that have them
    record ProgramsMissing(List<String> programs, List<String> packages) implements HostProblem {
        public ProgramsMissing {
            programs = List.copyOf(programs);
            packages = List.copyOf(packages);
        }

        @Override
        public String what() {
            return "Docker isn't completely installed on this computer.";
        }

        @Override
        public String why() {
            return "Not found: " + String.join(", ", programs) + ".";
        }

        @Override
        public String advice() {
            return "Install these packages: " + String.join(" ", packages) + ".";
        }

        @Override
        public String code() {
            return "host-programs-missing";
        }
    }

    /// The user has no range of subordinate ids, which containers of a user's own engine take their users from.
    ///
    /// @param first the first id that belongs to nobody yet
    record SubordinateIdsMissing(String user, Path file, long first) implements HostProblem {
        @Override
        public String what() {
            return "Your user can't run Docker without administrator rights yet.";
        }

        @Override
        public String why() {
            return file + " has no range of at least 65536 ids for " + user + ".";
        }

        @Override
        public String advice() {
            String range = first + "-" + (first + 65_535);
            return "An administrator can add one: usermod --add-subuids " + range + " --add-subgids " + range + " "
                    + user;
        }

        @Override
        public String code() {
            return "host-no-subordinate-ids";
        }
    }

    /// The system lets ordinary users make no user namespaces.
    ///
    /// @param setting the one that forbids it, as in `kernel.unprivileged_userns_clone=0`
    record UserNamespacesForbidden(String setting) implements HostProblem {
        @Override
        public String what() {
            return "This system doesn't let users run Docker without administrator rights.";
        }

        @Override
        public String why() {
            return "User namespaces are turned off: " + setting + ".";
        }

        @Override
        public String advice() {
            return "An administrator can turn them on with sysctl, or run the system's Docker service instead.";
        }

        @Override
        public String code() {
            return "host-no-user-namespaces";
        }
    }

    /// No control groups are mounted, without which containers can't be kept apart and measured.
    record ControlGroupsMissing(String detail) implements HostProblem {
        @Override
        public String what() {
            return "Docker can't keep containers apart on this system.";
        }

        @Override
        public String why() {
            return detail;
        }

        @Override
        public String advice() {
            return "Mount control groups, for example by the package cgroupfs-mount, or start the system with systemd.";
        }

        @Override
        public String code() {
            return "host-no-control-groups";
        }
    }

    /// Something needs rights that this process doesn't have.
    record RightsMissing(String needed) implements HostProblem {
        @Override
        public String what() {
            return "Quayside lacks a right that Docker needs.";
        }

        @Override
        public String why() {
            return needed;
        }

        @Override
        public String advice() {
            return "Start Quayside as your own user, or as root on a machine where that is meant.";
        }

        @Override
        public String code() {
            return "host-no-rights";
        }
    }

    /// A socket can't be made at so long a path.
    record SocketPathTooLong(Path socket, int bytes, int limit) implements HostProblem {
        @Override
        public String what() {
            return "The folder for Docker's socket has too long a path.";
        }

        @Override
        public String why() {
            return socket + " takes " + bytes + " bytes, and the system allows " + limit + ".";
        }

        @Override
        public String advice() {
            return "Choose a folder with a shorter path by --data-dir.";
        }

        @Override
        public String code() {
            return "host-socket-path-too-long";
        }
    }

    /// A folder or file can't be used.
    record FolderUnusable(Path path, String reason) implements HostProblem {
        @Override
        public String what() {
            return "Docker's folder can't be used.";
        }

        @Override
        public String why() {
            return path + ": " + reason + ".";
        }

        @Override
        public String advice() {
            return "Make room or rights there, or choose another folder by --data-dir.";
        }

        @Override
        public String code() {
            return "host-folder-unusable";
        }
    }

    /// Another Quayside starts or stops the same engine right now.
    record BusyElsewhere(Path lock) implements HostProblem {
        @Override
        public String what() {
            return "Another Quayside is starting or stopping Docker.";
        }

        @Override
        public String why() {
            return "It holds " + lock + ".";
        }

        @Override
        public String advice() {
            return "Wait a moment and try again.";
        }

        @Override
        public String code() {
            return "host-busy";
        }
    }

    /// No address range is left for the engine's network.
    record NoFreeNetwork(String detail) implements HostProblem {
        @Override
        public String what() {
            return "Docker's network couldn't be made.";
        }

        @Override
        public String why() {
            return detail;
        }

        @Override
        public String advice() {
            return "Remove networks that you don't need, or close a VPN that takes all private addresses.";
        }

        @Override
        public String code() {
            return "host-no-network";
        }
    }

    /// The daemon ended while it should have started, or by itself later.
    record DaemonEnded(OptionalInt exitCode, Path log, List<String> lastWords) implements HostProblem {
        public DaemonEnded {
            lastWords = List.copyOf(lastWords);
        }

        @Override
        public String what() {
            return "Docker ended by itself.";
        }

        @Override
        public String why() {
            String code = exitCode.isPresent() ? " with exit code " + exitCode.getAsInt() : "";
            return lastWords.isEmpty()
                    ? "It ended" + code + " and said nothing."
                    : "It ended" + code + " and gave the reason below.";
        }

        @Override
        public String advice() {
            return "Read its log, " + log + ", and start it again.";
        }

        @Override
        public String code() {
            return "host-daemon-ended";
        }
    }

    /// The daemon runs and doesn't answer.
    record NotAnswering(Duration waited, Path log, List<String> lastWords) implements HostProblem {
        public NotAnswering {
            lastWords = List.copyOf(lastWords);
        }

        @Override
        public String what() {
            return "Docker runs but doesn't answer.";
        }

        @Override
        public String why() {
            return "Quayside waited for " + waited.toSeconds() + " seconds.";
        }

        @Override
        public String advice() {
            return "Stop it and start it again. Its log is " + log + ".";
        }

        @Override
        public String code() {
            return "host-not-answering";
        }
    }

    /// Nothing answers at an address that Quayside has no part in.
    record NothingThere(String address, String detail) implements HostProblem {
        @Override
        public String what() {
            return "No engine answers at " + address + ".";
        }

        @Override
        public String why() {
            return detail;
        }

        @Override
        public String advice() {
            return "Start it there, or choose another engine.";
        }

        @Override
        public String code() {
            return "host-nothing-there";
        }
    }

    /// The daemon survived every way to end it.
    record StillRunning(long pid) implements HostProblem {
        @Override
        public String what() {
            return "Docker couldn't be stopped.";
        }

        @Override
        public String why() {
            return "Process " + pid + " still runs after it was asked and then killed.";
        }

        @Override
        public String advice() {
            return "It may wait for a disk or network file system. Restarting the computer ends it.";
        }

        @Override
        public String code() {
            return "host-still-running";
        }
    }

    /// The engine isn't Quayside's to start or stop.
    record NotOurs(String address) implements HostProblem {
        @Override
        public String what() {
            return "Quayside can't start or stop this engine.";
        }

        @Override
        public String why() {
            return "The engine at " + address + " was set up outside Quayside.";
        }

        @Override
        public String advice() {
            return "Use the tools that it was set up with.";
        }

        @Override
        public String code() {
            return "host-not-ours";
        }
    }
}
