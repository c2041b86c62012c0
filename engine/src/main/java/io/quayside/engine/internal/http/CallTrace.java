package io.quayside.engine.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// How far one call got; decides what a failure means and whether the call may be sent again. Written by the
/// calling thread.
final class CallTrace extends EventListener {

    private boolean connecting;
    private boolean answered;
    private @Nullable Connection connection;

    /// The trace that was attached to the call's request.
    static EventListener of(Call call) {
        CallTrace trace = call.request().tag(CallTrace.class);
        return trace == null ? EventListener.NONE : trace;
    }

    /// Whether there was a connection at all.
    boolean connected() {
        return connection != null;
    }

    /// Whether the connection had served another call before.
    boolean reused() {
        return connection != null && !connecting;
    }

    /// Whether the head of an answer came.
    boolean answered() {
        return answered;
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connecting = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection acquired) {
        connection = acquired;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
    }
}
