package io.quayside.engine.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshCommandTest {

    private static final String OPTIONS =
            "-o BatchMode=yes -o ConnectTimeout=15 -o ServerAliveInterval=15 -o ServerAliveCountMax=3 -T";

    @Test
    void hostAloneLeavesTheRestToSsh() {
        assertEquals(
                "ssh " + OPTIONS + " -- far.example docker system dial-stdio",
                String.join(" ", SshCommand.of("ssh", new Ssh(null, "far.example", 0, null))));
    }

    @Test
    void userPortAndSocketArePassedOn() {
        List<String> command = SshCommand.of("ssh", new Ssh("me", "fe80::1", 2222, "/run/it's here.sock"));
        assertEquals(
                "ssh " + OPTIONS + " -l me -p 2222 -- fe80::1 docker --host 'unix:///run/it'\\''s here.sock'"
                        + " system dial-stdio",
                String.join(" ", command));
    }

    @Test
    void whatLooksLikeAnOptionIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> SshCommand.of("ssh", new Ssh(null, "-oProxyCommand=x", 0, null)));
        assertThrows(IllegalArgumentException.class, () -> SshCommand.of("ssh", new Ssh("-x", "host", 0, null)));
    }
}
