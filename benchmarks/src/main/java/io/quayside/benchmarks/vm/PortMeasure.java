package io.quayside.benchmarks.vm;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.ports.Forward;
import io.quayside.vm.ports.PortForwards;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// 100 MiB out of the guest and into it, through a port that Quayside forwards and through one of QEMU's own network
/// (slirp's hostfwd), in turns.
final class PortMeasure {
    private static final int TURNS = 5;
    private static final int BLOCK = 64 << 10;
    private static final int BLOCKS = 1600;
    private static final long ALL = (long) BLOCK * BLOCKS;
    private static final int OUT = 9000;
    private static final int IN = 9001;

    private PortMeasure() {}

    static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        try (BenchMachine bench = BenchMachine.create()) {
            LiveMachine machine = bench.start();
            try (GuestStream _ = serve(machine, "dd if=/dev/zero bs=64k count=" + BLOCKS + " | nc -l -p " + OUT);
                    // What has arrived is counted, so that a turn ends only when all of it has.
                    GuestStream sink = serve(machine, "nc -l -p " + IN + " | wc -c");
                    PortForwards forwards = new PortForwards(machine.link())) {
                return List.of(
                        compare(
                                "vm-port-out",
                                machine,
                                forwards,
                                OUT,
                                PortMeasure::read,
                                "100 MiB from a port of the guest"),
                        compare(
                                "vm-port-in",
                                machine,
                                forwards,
                                IN,
                                port -> write(port, sink),
                                "100 MiB to a port of the guest"));
            }
        } catch (VmException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    private static GuestStream serve(LiveMachine machine, String once) throws IOException, InterruptedException {
        return machine.link()
                .connect(StreamTarget.exec(List.of("/bin/sh", "-c", "while :; do " + once + "; done 2>/dev/null")));
    }

    /// Whether all went through.
    private interface Turn {
        boolean take(int port) throws IOException;
    }

    private static Figure compare(
            String name, LiveMachine machine, PortForwards forwards, int guestPort, Turn turn, String what)
            throws IOException {
        int ours = freePort();
        forwards.apply(List.of(new Forward(Forward.Protocol.TCP, "127.0.0.1", ours, guestPort)));
        int theirs = freePort();
        hostForward(machine.files().qmpSocket(), theirs, guestPort);
        List<Double> mine = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            double own = millis(ours, turn);
            double other = millis(theirs, turn);
            if (i > 0) {
                mine.add(own);
                peer.add(other);
            }
        }
        return Figure.against(
                name, Samples.median(mine), Samples.median(peer), "<= 1.0", "ms", what + ", against slirp's hostfwd");
    }

    /// A turn may come before the guest's program listens again; then it is taken once more.
    private static double millis(int port, Turn turn) throws IOException {
        while (true) {
            long began = System.nanoTime();
            if (turn.take(port)) {
                return (System.nanoTime() - began) / 1e6;
            }
        }
    }

    private static boolean read(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = socket.getInputStream()) {
            return in.transferTo(OutputStream.nullOutputStream()) == ALL;
        } catch (java.net.SocketException e) {
            return false;
        }
    }

    private static boolean write(int port, GuestStream sink) throws IOException {
        byte[] block = new byte[BLOCK];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < BLOCKS; i++) {
                out.write(block);
            }
            socket.shutdownOutput();
        } catch (java.net.SocketException e) {
            return false;
        }
        byte[] counted = sink.next();
        return counted != null && Long.parseLong(new String(counted, StandardCharsets.US_ASCII).strip()) == ALL;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Asks QEMU itself, which answers each line with one.
    private static void hostForward(Path qmp, int port, int guestPort) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(qmp));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            answers.readLine();
            for (String line : new String[] {
                "{\"execute\": \"qmp_capabilities\"}",
                "{\"execute\": \"human-monitor-command\", \"arguments\": {\"command-line\": \"hostfwd_add net tcp:127.0.0.1:"
                        + port + "-:" + guestPort + "\"}}"
            }) {
                channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
                String answer = answers.readLine();
                if (answer == null || !answer.contains("\"return\"") || answer.contains("Could not")) {
                    throw new IOException("QEMU's own forward: " + answer);
                }
            }
        }
    }
}
