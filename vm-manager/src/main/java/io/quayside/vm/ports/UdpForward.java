package io.quayside.vm.ports;

import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamOpener;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.relay.Relay;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Relays datagrams into the guest, a stream for each sender so that answers find their way back. One virtual thread
/// receives, one answers each sender. A sender that is silent for long, or the oldest when there are very many, is
/// forgotten.
final class UdpForward implements OpenForward {
    private static final int MOST_SENDERS = 1024;
    private static final long SILENT_NANOS = 60_000_000_000L;

    private final DatagramSocket socket;
    private final Forward forward;
    private final StreamOpener guest;
    private final Map<SocketAddress, Sender> senders = new ConcurrentHashMap<>();
    private final Thread receiving;

    private static final class Sender {
        private final GuestStream stream;
        private volatile long heard = System.nanoTime();

        Sender(GuestStream stream) {
            this.stream = stream;
        }
    }

    private UdpForward(DatagramSocket socket, Forward forward, StreamOpener guest) {
        this.socket = socket;
        this.forward = forward;
        this.guest = guest;
        receiving = Thread.ofVirtual().name("port " + forward.display()).unstarted(this::receive);
    }

    static UdpForward open(Forward forward, StreamOpener guest) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(forward.address()), forward.port());
        UdpForward opened = new UdpForward(new DatagramSocket(address), forward, guest);
        opened.receiving.start();
        return opened;
    }

    private void receive() {
        byte[] buffer = new byte[64 << 10];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                packet.setLength(buffer.length);
                socket.receive(packet);
                Sender sender = senderOf(packet.getSocketAddress());
                sender.heard = System.nanoTime();
                guest.awake();
                sender.stream.writeDatagram(buffer, 0, packet.getLength());
            } catch (IOException e) {
                // Closed, or one datagram lost, as may happen to any.
                senders.remove(packet.getSocketAddress());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Sender senderOf(SocketAddress address) throws IOException, InterruptedException {
        Sender known = senders.get(address);
        if (known != null) {
            return known;
        }
        forgetSilent();
        GuestStream stream = guest.connect(StreamTarget.udp(forward.guestAddress(), forward.guestPort()));
        Sender sender = new Sender(stream);
        senders.put(address, sender);
        Thread.ofVirtual().name("port " + forward.display()).start(() -> answer(address, sender));
        return sender;
    }

    private void answer(SocketAddress address, Sender sender) {
        try {
            for (byte[] data = sender.stream.next(); data != null; data = sender.stream.next()) {
                sender.heard = System.nanoTime();
                socket.send(new DatagramPacket(data, data.length, address));
            }
        } catch (IOException e) {
            // Forgotten, or the guest refused it.
        }
        senders.remove(address, sender);
        sender.stream.close();
    }

    private void forgetSilent() {
        long now = System.nanoTime();
        for (Iterator<Sender> all = senders.values().iterator(); all.hasNext(); ) {
            Sender sender = all.next();
            if (now - sender.heard > SILENT_NANOS || senders.size() >= MOST_SENDERS) {
                all.remove();
                sender.stream.close();
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        Relay.awaitEnd(receiving);
        senders.values().forEach(sender -> sender.stream.close());
        senders.clear();
    }
}
