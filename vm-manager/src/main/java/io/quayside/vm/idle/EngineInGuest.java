package io.quayside.vm.idle;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the engine itself, over a stream of its own that doesn't count as somebody's need.
///
/// @param enginePort of the engine in the guest
public record EngineInGuest(Guest guest, AwakeGuest ports, int enginePort) implements IdleGuest {
    private static final StreamTarget ENGINE = StreamTarget.unix("/run/docker.sock");
    private static final String ASK_RUNNING = "GET /containers/json HTTP/1.0\r\nHost: guest\r\n\r\n";
    private static final String ESTABLISHED = "01";

    @Override
    public boolean isBusy() throws VmException, InterruptedException {
        try {
            return ports.busy() || runsContainers() || hasOtherClients();
        } catch (IOException e) {
            // The engine is away, and whoever waits for it doesn't want the machine to sleep.
            return true;
        }
    }

    private boolean runsContainers() throws IOException, InterruptedException {
        try (GuestStream stream = guest.link().connect(ENGINE)) {
            stream.output().write(ASK_RUNNING.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(stream.input().readAllBytes(), StandardCharsets.UTF_8);
            int head = answer.indexOf("\r\n\r\n");
            if (head < 0 || !answer.substring(0, head).contains(" 200 ")) {
                return true;
            }
            return !JsonMapper.shared().readTree(answer.substring(head)).isEmpty();
        } catch (JacksonException e) {
            return true;
        }
    }

    /// Those that came by the TLS port, which nothing on the host can watch.
    private boolean hasOtherClients() throws IOException, InterruptedException {
        StreamTarget tables = StreamTarget.exec(List.of("/bin/cat", "/proc/net/tcp", "/proc/net/tcp6"));
        try (GuestStream stream = guest.link().connect(tables)) {
            stream.endOutput();
            String text = new String(stream.input().readAllBytes(), StandardCharsets.US_ASCII);
            return connected(text, enginePort);
        }
    }

    /// Whether a table of the kernel has a connection to that port.
    static boolean connected(String tables, int port) {
        String local = String.format(Locale.ROOT, ":%04X", port);
        return tables.lines()
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(fields -> fields.length > 3 && fields[1].endsWith(local) && fields[3].equals(ESTABLISHED));
    }

    @Override
    public void giveMemoryBack() throws VmException, InterruptedException {
        try {
            guest.dropCaches();
        } catch (VmException e) {
            if (!(e.problem() instanceof VmProblem.RequestRefused)) {
                throw e;
            }
        }
    }
}
