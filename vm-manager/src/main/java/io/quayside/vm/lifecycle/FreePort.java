package io.quayside.vm.lifecycle;

import io.quayside.vm.error.VmException;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/// Finds a port of the host's loopback that nobody uses.
final class FreePort {
    private FreePort() {}

    static int find() throws VmException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw StoreFailures.of(Path.of("127.0.0.1"), e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
