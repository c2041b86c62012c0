package io.quayside.testing.fake;

import java.util.Map;

/// A container that only the fake daemon knows.
///
/// @param state as the engine says it: `running`, `exited`, `paused`, `created`
/// @param hostPort published for port 80, 0 for none
public record FakeContainer(
        String id,
        String name,
        String image,
        String state,
        int exitCode,
        int hostPort,
        Map<String, String> labels,
        long created) {
    public FakeContainer {
        labels = Map.copyOf(labels);
    }

    /// The one with this number, always the same: every fourth has exited, every third belongs to a compose project.
    public static FakeContainer numbered(int number) {
        boolean runs = number % 4 != 3;
        Map<String, String> labels = number % 3 == 0
                ? Map.of(
                        "com.docker.compose.project", "project-" + number / 12,
                        "com.docker.compose.service", "service-" + number % 12)
                : Map.of();
        return new FakeContainer(
                "%064x".formatted(0x5eedL + number),
                "container-" + number,
                "quayside/image-" + number % 10 + ":1",
                runs ? "running" : "exited",
                runs ? 0 : number % 3,
                number % 5 == 0 ? 20_000 + number : 0,
                labels,
                1_760_000_000L + number);
    }

    public FakeContainer withState(String newState, int newExitCode) {
        return new FakeContainer(id, name, image, newState, newExitCode, hostPort, labels, created);
    }

    public FakeContainer withName(String newName) {
        return new FakeContainer(id, newName, image, state, exitCode, hostPort, labels, created);
    }

    boolean is(String idOrName) {
        return name.equals(idOrName) || (idOrName.length() >= 4 && id.startsWith(idOrName));
    }

    /// As an entry of `GET /containers/json`.
    String listJson() {
        String status = switch (state) {
            case "running" -> "Up 2 hours";
            case "paused" -> "Up 2 hours (Paused)";
            case "created" -> "Created";
            default -> "Exited (" + exitCode + ") 3 minutes ago";
        };
        String ports = hostPort == 0
                ? "[]"
                : "[{\"IP\":\"0.0.0.0\",\"PrivatePort\":80,\"PublicPort\":" + hostPort + ",\"Type\":\"tcp\"}]";
        return """
                {"Id":"%s","Names":[%s],"Image":%s,"ImageID":"sha256:%064x","Command":"sleep 1000","Created":%d,\
                "Ports":%s,"Labels":%s,"State":"%s","Status":"%s","HostConfig":{"NetworkMode":"default"},\
                "NetworkSettings":{"Networks":{"bridge":{"NetworkID":"%064x","IPAddress":"172.17.0.2"}}},"Mounts":[]}""".formatted(
                        id,
                        FakeJson.quote("/" + name),
                        FakeJson.quote(image),
                        7,
                        created,
                        ports,
                        FakeJson.object(labels),
                        state,
                        status,
                        9);
    }

    /// As `GET /containers/ID/json`.
    String inspectJson() {
        boolean runs = state.equals("running") || state.equals("paused");
        String bindings =
                hostPort == 0 ? "{}" : "{\"80/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"" + hostPort + "\"}]}";
        return """
                {"Id":"%s","Created":"2025-10-09T08:53:20Z","Path":"sleep","Args":["1000"],"State":{"Status":"%s",\
                "Running":%s,"Paused":%s,"Restarting":false,"OOMKilled":false,"Dead":false,"Pid":%d,"ExitCode":%d,\
                "Error":"","StartedAt":"2025-10-09T08:53:21Z","FinishedAt":"%s"},"Image":"sha256:%064x","Name":%s,\
                "RestartCount":0,"Driver":"overlay2","Platform":"linux","Mounts":[],"HostConfig":{"NetworkMode":"default",\
                "PortBindings":%s,"RestartPolicy":{"Name":"no","MaximumRetryCount":0},"AutoRemove":false,"Memory":0},\
                "Config":{"Hostname":"%s","Env":["PATH=/bin"],"Cmd":["sleep","1000"],"Image":%s,"Labels":%s,"Tty":false},\
                "NetworkSettings":{"Ports":%s,"Networks":{"bridge":{"IPAddress":"172.17.0.2"}}}}""".formatted(
                        id,
                        state,
                        runs,
                        state.equals("paused"),
                        runs ? 4242 : 0,
                        exitCode,
                        runs ? "0001-01-01T00:00:00Z" : "2025-10-09T09:00:00Z",
                        7,
                        FakeJson.quote("/" + name),
                        bindings,
                        id.substring(0, 12),
                        FakeJson.quote(image),
                        FakeJson.object(labels),
                        bindings);
    }
}
