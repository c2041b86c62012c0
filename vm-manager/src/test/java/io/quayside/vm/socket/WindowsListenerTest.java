package io.quayside.vm.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WindowsListenerTest {
    @Test
    void pipeOfAMachineHasItsOwnNameThatDockerReads() {
        var endpoint = WindowsListener.endpoint(Path.of("/run/user/1/vm/dev/docker.sock"));
        assertEquals(endpoint, WindowsListener.endpoint(Path.of("/run/user/1/vm/dev/docker.sock")));
        assertNotEquals(endpoint, WindowsListener.endpoint(Path.of("/run/user/2/vm/dev/docker.sock")));
        assertTrue(endpoint.display().matches("npipe:////\\./pipe/quayside-[0-9a-f-]{36}"), endpoint::display);
    }
}
