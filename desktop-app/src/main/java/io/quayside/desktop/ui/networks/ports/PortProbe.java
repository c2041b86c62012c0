package io.quayside.desktop.ui.networks.ports;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Connects to a port and sees what answers: a program that speaks first, one that speaks HTTP, another one, or none.
final class PortProbe {
    private static final int CONNECT_MILLIS = 2000;
    private static final int ANSWER_MILLIS = 5000;

    /// In this time an engine's proxy has found out that nothing listens in the container, and closes the connection.
    private static final int FIRST_WORD_MILLIS = 500;

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final byte[] QUESTION =
            "HEAD / HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})");

    private PortProbe() {}

    /// @param nobody why it is refused, if it is
    static PortCheck of(String host, int port, String nobody) {
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            long connected = System.nanoTime() - start;
            return speak(socket, connected, nobody);
        } catch (ConnectException | NoRouteToHostException e) {
            return new PortCheck(PortCheck.Kind.REFUSED, "Refused", nobody);
        } catch (SocketTimeoutException e) {
            return new PortCheck(PortCheck.Kind.REFUSED, "No answer", "Nothing came back within 2 s");
        } catch (IOException e) {
            return new PortCheck(PortCheck.Kind.REFUSED, "Refused", nobody);
        }
    }

    private static PortCheck speak(Socket socket, long connected, String nobody) throws IOException {
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(FIRST_WORD_MILLIS);
        try {
            return in.read() < 0
                    ? new PortCheck(PortCheck.Kind.REFUSED, "Refused", nobody)
                    : answers("Connects", connected);
        } catch (SocketTimeoutException silent) {
            return ask(socket, in, connected);
        } catch (SocketException reset) {
            return new PortCheck(PortCheck.Kind.REFUSED, "Refused", nobody);
        }
    }

    private static PortCheck ask(Socket socket, InputStream in, long connected) {
        long start = System.nanoTime();
        try {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(QUESTION);
            Matcher status = STATUS.matcher(new String(in.readNBytes(12), StandardCharsets.US_ASCII));
            long took = connected + System.nanoTime() - start;
            return status.lookingAt()
                    ? answers("Answers HTTP " + status.group(1), took)
                    : answers("Connects", connected);
        } catch (IOException e) {
            return answers("Connects", connected); // what it speaks is not HTTP
        }
    }

    private static PortCheck answers(String words, long nanos) {
        Duration took = Duration.ofNanos(nanos);
        if (took.compareTo(SLOW) <= 0) {
            return new PortCheck(PortCheck.Kind.ANSWERS, words, Math.max(1, took.toMillis()) + " ms");
        }
        String slow = words.startsWith("Answers ") ? "Slow, " + words.substring("Answers ".length()) : "Slow";
        return new PortCheck(PortCheck.Kind.SLOW, slow, "%.1f s, marked above 1 s".formatted(took.toMillis() / 1000.0));
    }
}
