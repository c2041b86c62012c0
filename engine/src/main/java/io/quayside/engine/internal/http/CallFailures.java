package io.quayside.engine.internal.http;

import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.error.UnreachableException.Reason;
import io.quayside.engine.internal.socket.SshException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What an exception of the HTTP client means for the caller.
///
/// @param address the endpoint, for messages
/// @param silence how long a bounded request waits
record CallFailures(String address, Duration silence) {

    private static final String STATUS_LINE = "Unexpected status line: ";
    private static final Pattern UNFINISHED_LINE = Pattern.compile("content=([0-9a-f]+)");

    /// @param cancelled whether we ended the call ourselves
    EngineException of(IOException e, String line, CallTrace trace, boolean cancelled) {
        if (cancelled || interrupted(e)) {
            return new CancelledException(line, e);
        }
        SshException ssh = find(SshException.class, e);
        if (ssh != null) {
            return unreachable(line, Reason.SSH, ssh.getMessage(), e);
        }
        SSLException tls = trace.answered() ? null : find(SSLException.class, e);
        if (tls != null) {
            return unreachable(line, Reason.TLS, "No TLS connection to " + address + ": " + words(tls), e);
        }
        return trace.connected() ? broken(e, line, trace) : notConnected(e, line);
    }

    private static boolean interrupted(IOException e) {
        return Thread.currentThread().isInterrupted()
                || e instanceof ClosedByInterruptException
                || (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException));
    }

    private EngineException notConnected(IOException e, String line) {
        return switch (e) {
            case NoSuchFileException _ -> unreachable(line, Reason.SOCKET_MISSING, address + " doesn't exist", e);
            case AccessDeniedException _ ->
                unreachable(line, Reason.PERMISSION_DENIED, "This user may not open " + address, e);
            case UnknownHostException _ ->
                unreachable(line, Reason.NAME_NOT_FOUND, "The host of " + address + " isn't known", e);
            case SocketTimeoutException _ -> unreachable(line, Reason.TIMED_OUT, address + " didn't answer in time", e);
            case ConnectException _ -> unreachable(line, Reason.REFUSED, "Nobody listens at " + address, e);
            default -> unreachable(line, Reason.OTHER, "No connection to " + address + ": " + words(e), e);
        };
    }

    private UnreachableException unreachable(String line, Reason reason, @Nullable String message, IOException e) {
        return new UnreachableException(line, reason, address, String.valueOf(message), e);
    }

    private EngineException broken(IOException e, String line, CallTrace trace) {
        if (e instanceof SocketTimeoutException) {
            return new StreamBrokenException(
                    line, "The engine said nothing for " + silence.toSeconds() + " seconds", e);
        }
        String words = words(e);
        if (words.startsWith(STATUS_LINE)) {
            return notAnEngine(line, words.substring(STATUS_LINE.length()), e);
        }
        String start = trace.answered() ? null : unfinishedLine(e);
        if (start != null) {
            return notAnEngine(line, start, e);
        }
        if (e instanceof ProtocolException && !words.startsWith("unexpected end of stream")) {
            return new EngineProtocolException(line, "The engine's answer isn't valid HTTP: " + words, "", e);
        }
        return new StreamBrokenException(line, "The connection to " + address + " broke off: " + words, e);
    }

    private EngineProtocolException notAnEngine(String line, String said, IOException e) {
        return new EngineProtocolException(
                line, "What answers at " + address + " doesn't speak HTTP", SafeText.of(said), e);
    }

    /// Something came and no line break in it; the HTTP client quotes it in hexadecimal.
    private static @Nullable String unfinishedLine(IOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        Matcher m = UNFINISHED_LINE.matcher(String.valueOf(cause.getMessage()));
        return m.find() && m.group(1).length() % 2 == 0
                ? SafeText.of(HexFormat.of().parseHex(m.group(1)))
                : null;
    }

    private static String words(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /// Looks through causes, and through what failed beside them: a broken write hides why the other side had
    /// ended.
    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable in) {
        for (Throwable t = in; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
            for (Throwable beside : t.getSuppressed()) {
                T found = find(type, beside);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
