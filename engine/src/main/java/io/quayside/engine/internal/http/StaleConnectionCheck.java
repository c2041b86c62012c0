package io.quayside.engine.internal.http;

import io.quayside.engine.internal.socket.IdleCheck;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Looks at a pooled connection right before a request that must not be sent twice. OkHttp itself looks only at
/// connections idle for ten seconds, so that a "start" right after a restart of the engine would fail.
final class StaleConnectionCheck implements Interceptor {

    /// The connection was closed while it was idle; nothing was sent on it.
    static final class StaleConnectionException extends IOException {
        StaleConnectionException() {
            super("The engine closed the connection while it was idle");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        CallTrace trace = chain.request().tag(CallTrace.class);
        if (connection != null
                && trace != null
                && trace.reused()
                && !RequestBuilder.mayBeRepeated(chain.request().method())
                && stale(connection.socket())) {
            throw new StaleConnectionException();
        }
        return chain.proceed(chain.request());
    }

    private static boolean stale(Socket socket) throws IOException {
        if (socket instanceof IdleCheck idle) {
            return idle.readable();
        }
        int before = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            socket.setSoTimeout(before);
        }
    }
}
