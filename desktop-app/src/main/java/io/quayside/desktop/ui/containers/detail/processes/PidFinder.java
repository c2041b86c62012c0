package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the number that a process has in its container. A process that can't be told from others gets none: a signal
/// to the wrong one can't be taken back. Blocks.
final class PidFinder {
    private static final Pattern NUMBERS = Pattern.compile("(?m)^NSpid:\\s*((?:\\d{1,18}\\s*)+)$");

    /// Each process with its arguments, which end in NUL, and a line end behind that no argument can bring about alone.
    private static final String LIST =
            "for d in /proc/[0-9]*; do [ $d = /proc/$$ ] || { printf '%s\\0' ${d#/proc/}; cat $d/cmdline; printf '\\0\\n\\0'; }; done 2>/dev/null";

    private final Engine engine;
    private final ContainerDetails details;

    PidFinder(Engine engine, ContainerDetails details) {
        this.engine = engine;
        this.details = details;
    }

    long inside(ProcessFacts process) throws EngineException, SignalException {
        if (process.inside().isPresent()) {
            return process.inside().getAsLong();
        }
        if (details.hostConfig().namespaces().pid().equals("host")) {
            return process.pid();
        }
        OptionalLong here = fromThisComputer(process.pid());
        return here.isPresent() ? here.getAsLong() : byCommand(process);
    }

    /// What Linux says, when the engine runs on this computer: the process has to be one of this container's.
    private OptionalLong fromThisComputer(long pid) {
        if (!(engine.endpoint() instanceof EngineEndpoint.UnixSocket)) {
            return OptionalLong.empty();
        }
        try {
            Path folder = Path.of("/proc", String.valueOf(pid));
            if (!Files.readString(folder.resolve("cgroup")).contains(details.id())) {
                return OptionalLong.empty();
            }
            Matcher numbers = NUMBERS.matcher(Files.readString(folder.resolve("status")));
            if (!numbers.find()) {
                return OptionalLong.empty();
            }
            String[] all = numbers.group(1).strip().split("\\s+");
            return OptionalLong.of(Long.parseLong(all[all.length - 1]));
        } catch (IOException e) {
            return OptionalLong.empty(); // not this computer's, or gone
        }
    }

    /// Of an engine elsewhere: the one process in the container that has this command.
    private long byCommand(ProcessFacts process) throws EngineException, SignalException {
        SignalWork.Outcome list = SignalWork.run(engine, details.id(), List.of("sh", "-c", LIST));
        if (list.code() != 0 || list.said().isEmpty()) {
            throw new SignalException("This container has no shell that could tell the number that the process has"
                    + " inside. Only its main process gets signals.");
        }
        List<Long> found = withCommand(list.said(), process.command());
        if (found.isEmpty()) {
            throw new SignalException("It has ended meanwhile, or its command is hidden.");
        }
        if (found.size() > 1) {
            throw new SignalException(found.size()
                    + " processes of this container have the same command, and this engine doesn't say which of them"
                    + " this one is.");
        }
        return found.getFirst();
    }

    /// The numbers of all processes that have a command, of what [#LIST] writes.
    static List<Long> withCommand(String list, String command) {
        String wanted = plain(command);
        return java.util.Arrays.stream(list.split("\0\0\n\0"))
                .map(entry -> entry.strip().split("\0", 2))
                .filter(entry -> entry.length == 2 && entry[0].matches("\\d{1,18}"))
                .filter(entry -> plain(entry[1]).equals(wanted))
                .map(entry -> Long.parseLong(entry[0]))
                .toList();
    }

    /// `ps` writes question marks and blanks in the place of much.
    private static String plain(String command) {
        return command.replaceAll("[^A-Za-z0-9/._=:-]", "");
    }
}
