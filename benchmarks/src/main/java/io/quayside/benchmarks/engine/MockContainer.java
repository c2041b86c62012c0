package io.quayside.benchmarks.engine;

import java.util.HexFormat;

/// One container of the [MockEngine].
final class MockContainer {
    private final String id;
    private final String name;
    private final String project;
    private final int port;
    private volatile boolean running;

    MockContainer(int number, boolean running) {
        this.id = HexFormat.of().toHexDigits(0x9e3779b97f4a7c15L * (number + 1)).repeat(4);
        this.name = "service-" + number;
        this.project = "project-" + number / 10;
        this.port = 20000 + number % 40000;
        this.running = running;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isRunning() {
        return running;
    }

    void running(boolean now) {
        running = now;
    }

    String fill(String template) {
        return template.replace("@ID@", id)
                .replace("@NAME@", name)
                .replace("@PROJECT@", project)
                .replace("@PORT@", Integer.toString(port))
                .replace("@STATE@", running ? "running" : "exited")
                .replace("@RUNNING@", Boolean.toString(running))
                .replace("@STATUS@", running ? "Up 2 hours" : "Exited (0) 3 minutes ago");
    }

    String event(String action, long nanos) {
        return "{\"status\":\"" + action + "\",\"id\":\"" + id
                + "\",\"from\":\"tiny:1\",\"Type\":\"container\",\"Action\":\""
                + action + "\",\"Actor\":{\"ID\":\"" + id + "\",\"Attributes\":{\"image\":\"tiny:1\",\"name\":\"" + name
                + "\"}},\"scope\":\"local\",\"time\":" + nanos / 1_000_000_000L + ",\"timeNano\":" + nanos + "}\n";
    }
}
