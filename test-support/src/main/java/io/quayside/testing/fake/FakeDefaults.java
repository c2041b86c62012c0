package io.quayside.testing.fake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;

/// The answers that a fake daemon gives unless a test says otherwise.
final class FakeDefaults {
    private FakeDefaults() {}

    static void addTo(FakeEngine engine) {
        addSystem(engine);
        addEmptyLists(engine);
        addContainerReads(engine);
        addContainerActions(engine);
    }

    private static void addSystem(FakeEngine engine) {
        FakeReply ping = exchange -> exchange.respond(200, "text/plain; charset=utf-8", "OK");
        engine.on("GET", "/_ping", ping);
        engine.on("HEAD", "/_ping", ping);
        engine.on("GET", "/version", FakeReply.json("""
                {"Platform":{"Name":"Fake engine"},"Version":"26.1.5","ApiVersion":"%s","MinAPIVersion":"1.24",\
                "GitCommit":"fake","GoVersion":"go1.22","Os":"linux","Arch":"amd64","KernelVersion":"6.1.0",\
                "BuildTime":"2025-10-09T08:00:00.000000000+00:00","Components":[]}""".formatted(FakeEngine.API_VERSION)));
        engine.on(
                "GET",
                "/info",
                exchange -> exchange.respond(200, "application/json", """
                {"ID":"FAKE","Containers":%d,"ContainersRunning":%d,"ContainersPaused":0,"ContainersStopped":0,"Images":0,\
                "Driver":"overlay2","MemoryLimit":true,"NCPU":2,"MemTotal":8589934592,"Name":"fake","ServerVersion":"26.1.5",\
                "OperatingSystem":"Fake Linux","OSType":"linux","Architecture":"x86_64","KernelVersion":"6.1.0",\
                "CgroupVersion":"2","CgroupDriver":"systemd","DockerRootDir":"/var/lib/docker","LoggingDriver":"json-file",\
                "SecurityOptions":[],"Warnings":[]}""".formatted(
                                engine.containers().all().size(),
                                engine.containers().all().stream()
                                        .filter(container -> container.state().equals("running"))
                                        .count())));
        engine.on("GET", "/events", exchange -> engine.events().serve(exchange));
    }

    private static void addEmptyLists(FakeEngine engine) {
        engine.on("GET", "/images/json", FakeReply.json("[]"));
        engine.on("GET", "/networks", FakeReply.json("[]"));
        engine.on("GET", "/volumes", FakeReply.json("{\"Volumes\":[],\"Warnings\":[]}"));
        engine.on(
                "GET",
                "/system/df",
                FakeReply.json("{\"LayersSize\":0,\"Images\":[],\"Containers\":[],\"Volumes\":[],\"BuildCache\":[]}"));
    }

    private static void addContainerReads(FakeEngine engine) {
        engine.on("GET", "/containers/json", exchange -> {
            FakeRequest request = exchange.request();
            String filters = request.query().getOrDefault("filters", "");
            exchange.respond(200, "application/json", engine.containers().listJson(request.isOn("all"), filters));
        });
        engine.on(
                "GET",
                "/containers/*/json",
                withContainer(
                        engine,
                        (exchange, container) -> exchange.respond(200, "application/json", container.inspectJson())));
        engine.on("GET", "/containers/*/stats", withContainer(engine, engine.stats()::serve));
        engine.on("GET", "/containers/*/logs", withContainer(engine, (exchange, container) -> {
            exchange.startStream("application/vnd.docker.multiplexed-stream");
            exchange.send(frame(1, "hello from " + container.name() + "\n"));
            exchange.endStream();
        }));
    }

    private static void addContainerActions(FakeEngine engine) {
        Map<String, BiConsumer<FakeContainers, String>> actions = Map.of(
                "start", FakeContainers::start,
                "stop", FakeContainers::stop,
                "kill", FakeContainers::stop,
                "pause", FakeContainers::pause,
                "unpause", FakeContainers::unpause);
        actions.forEach((name, action) ->
                engine.on("POST", "/containers/*/" + name, withContainer(engine, (exchange, container) -> {
                    action.accept(engine.containers(), container.id());
                    exchange.respond(204, "text/plain", "");
                })));
        engine.on("POST", "/containers/*/restart", withContainer(engine, (exchange, container) -> {
            engine.containers().stop(container.id());
            engine.containers().start(container.id());
            exchange.respond(204, "text/plain", "");
        }));
        engine.on("POST", "/containers/*/rename", withContainer(engine, (exchange, container) -> {
            engine.containers()
                    .rename(container.id(), exchange.request().query().getOrDefault("name", ""));
            exchange.respond(204, "text/plain", "");
        }));
        engine.on("DELETE", "/containers/*", withContainer(engine, (exchange, container) -> {
            engine.containers().remove(container.id());
            exchange.respond(204, "text/plain", "");
        }));
    }

    @FunctionalInterface
    private interface ContainerReply {
        void answer(FakeExchange exchange, FakeContainer container) throws IOException, InterruptedException;
    }

    private static FakeReply withContainer(FakeEngine engine, ContainerReply reply) {
        return exchange -> {
            String name = exchange.request().segment(1);
            var found = engine.containers().find(name);
            if (found.isPresent()) {
                reply.answer(exchange, found.get());
            } else {
                FakeReply.error(404, "No such container: " + name).answer(exchange);
            }
        };
    }

    /// One frame of the raw stream that logs and attach use without a terminal.
    static byte[] frame(int stream, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + payload.length)
                .put((byte) stream)
                .put(new byte[3])
                .putInt(payload.length)
                .put(payload)
                .array();
    }
}
