package io.quayside.engine;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.http.HttpTransport;
import io.quayside.engine.internal.http.TransportSettings;
import io.quayside.engine.internal.resource.HttpEngine;

/// Makes connections to engines.
public final class EngineFactory {
    private EngineFactory() {}

    /// Connects to an engine and agrees on an API version with it.
    ///
    /// @throws EngineException if nothing answers there, or nothing that is an engine this client can speak with
    public static Engine connect(EngineEndpoint endpoint) throws EngineException {
        Engine engine = open(endpoint);
        try {
            engine.apiVersion();
            return engine;
        } catch (EngineException e) {
            engine.close();
            throw e;
        }
    }

    /// Prepares a connection without making it: the first call does. An engine that goes away and comes back is found
    /// again by the next call.
    public static Engine open(EngineEndpoint endpoint) {
        return new HttpEngine(endpoint, new HttpTransport(endpoint, TransportSettings.standard()));
    }
}
