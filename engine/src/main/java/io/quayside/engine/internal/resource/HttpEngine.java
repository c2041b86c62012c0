package io.quayside.engine.internal.resource;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.http.EngineTransport;
import io.quayside.engine.resource.Builds;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.resource.Execs;
import io.quayside.engine.resource.Images;
import io.quayside.engine.resource.Networks;
import io.quayside.engine.resource.SystemInfo;
import io.quayside.engine.resource.Volumes;

/// An engine behind a transport, which it owns.
public final class HttpEngine implements Engine {
    private final EngineEndpoint endpoint;
    private final EngineTransport transport;
    private final Containers containers;
    private final Execs execs;
    private final Images images;
    private final Builds builds;
    private final Volumes volumes;
    private final Networks networks;
    private final SystemInfo system;

    /// An engine at `endpoint`, reached over `transport`.
    public HttpEngine(EngineEndpoint endpoint, EngineTransport transport) {
        Calls calls = new Calls(transport);
        this.endpoint = endpoint;
        this.transport = transport;
        this.containers = new HttpContainers(calls);
        this.execs = new HttpExecs(calls);
        this.images = new HttpImages(calls);
        this.builds = new HttpBuilds(calls);
        this.volumes = new HttpVolumes(calls);
        this.networks = new HttpNetworks(calls);
        this.system = new HttpSystemInfo(calls);
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Execs execs() {
        return execs;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Builds builds() {
        return builds;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public SystemInfo system() {
        return system;
    }

    @Override
    public EngineEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public ApiVersion apiVersion() throws EngineException {
        return transport.apiVersion();
    }

    @Override
    public void close() {
        transport.close();
    }
}
