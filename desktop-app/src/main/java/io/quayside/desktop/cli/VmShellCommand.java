package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.model.MachineState;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quayside vm shell`: a shell in the guest, over the one connection that a machine has to this computer.
@Command(
        name = "shell",
        description = {
            "Opens a shell in a running machine, or runs one command there.",
            "What is changed outside of the data disk is gone after the next start."
        })
final class VmShellCommand extends MachineCommand {
    private static final Logger LOG = LoggerFactory.getLogger(VmShellCommand.class);
    private static final String SHELL = "/bin/sh";

    @Option(names = "--name", paramLabel = "NAME", description = "The machine; without it the only one.")
    private @Nullable String name;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Behind --, such as: -- df -h")
    private List<String> command = List.of();

    @Override
    int run(Backend backend) throws CommandFailure, VmException, InterruptedException {
        Machines machines = backend.machines().machines();
        String wanted = name == null ? VmCommand.only(backend.machines()) : name;
        machines.config(wanted); // or it isn't there
        try (Guest guest = reach(machines, wanted)) {
            talk(guest);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure("The shell ended: " + e.getMessage(), e);
        }
    }

    private static Guest reach(Machines machines, String wanted)
            throws VmException, CommandFailure, InterruptedException {
        try {
            return machines.reach(wanted);
        } catch (VmException e) {
            if (machines.inspect(wanted).state() != MachineState.RUNNING) {
                throw e;
            }
            throw new CommandFailure(
                    wanted + " runs, but its one connection to this computer is taken.\n"
                            + "Quayside's window has it while it shows this machine.\n"
                            + "Quit Quayside, or use a container: docker run -it --privileged --pid host IMAGE",
                    e);
        }
    }

    private void talk(Guest guest) throws IOException, InterruptedException {
        boolean typed = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        if (command.isEmpty() && typed) {
            try (RawTerminal terminal = RawTerminal.open()) {
                relay(guest, StreamTarget.terminal(List.of(SHELL, "-l"), terminal.rows(), terminal.columns()));
            }
        } else {
            relay(guest, StreamTarget.exec(command.isEmpty() ? List.of(SHELL) : command));
        }
    }

    private static void relay(Guest guest, StreamTarget target) throws IOException, InterruptedException {
        try (GuestStream stream = guest.link().connect(target)) {
            Thread.ofVirtual().name("vm-shell-input").start(() -> send(stream));
            copy(stream.input(), System.out);
        } catch (IOException e) {
            // A terminal whose program has ended can't be read any more, and that is how its end is told.
            LOG.debug("The stream of {} ended", target.description(), e);
        }
    }

    private static void send(GuestStream stream) {
        try {
            copy(new FileInputStream(FileDescriptor.in), stream.output());
            stream.endOutput();
        } catch (IOException e) {
            LOG.debug("The shell takes no more input", e);
        }
    }

    /// Hands on what has come at once.
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[16 << 10];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            to.flush();
        }
    }
}
