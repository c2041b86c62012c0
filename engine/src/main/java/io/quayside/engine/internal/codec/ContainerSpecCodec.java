package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerUpdate;
import io.quayside.engine.model.CreatedContainer;
import io.quayside.engine.model.ExecDetails;
import io.quayside.engine.model.ExecSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What creates and changes containers and execs, and the engine's answers to that.
public final class ContainerSpecCodec {
    private ContainerSpecCodec() {}

    /// The body of `POST /containers/create`.
    public static byte[] write(ContainerSpec spec) {
        return Json.write(out -> out.object(() -> {
            ContainerConfigCodec.write(out, spec.config());
            out.object("HostConfig", () -> HostConfigCodec.write(out, spec.hostConfig()));
            if (!spec.networks().isEmpty()) {
                out.object(
                        "NetworkingConfig",
                        () -> out.map(
                                "EndpointsConfig", spec.networks(), endpoint -> EndpointCodec.write(out, endpoint)));
            }
        }));
    }

    /// The body of `POST /containers/{id}/update`.
    public static byte[] write(ContainerUpdate update) {
        return Json.write(out -> out.object(() -> {
            ResourcesCodec.write(out, update.resources());
            update.restartPolicy().ifPresent(policy -> HostConfigCodec.writeRestartPolicy(out, policy));
        }));
    }

    /// The body of `POST /containers/{id}/exec`.
    public static byte[] write(ExecSpec spec) {
        return Json.write(out -> out.object(() -> {
            out.flag("AttachStdin", spec.stdin())
                    .flag("AttachStdout", spec.stdout())
                    .flag("AttachStderr", spec.stderr())
                    .flag("Tty", spec.tty())
                    .flag("Privileged", spec.privileged())
                    .texts("Cmd", spec.command())
                    .texts("Env", spec.environment())
                    .text("WorkingDir", spec.workingDirectory())
                    .text("User", spec.user());
            writeConsoleSize(out, spec);
        }));
    }

    /// The body of `POST /exec/{id}/start`.
    public static byte[] writeStart(ExecSpec spec) {
        return Json.write(out -> out.object(() -> {
            out.flag("Tty", spec.tty());
            writeConsoleSize(out, spec);
        }));
    }

    /// The body of `POST /exec/{id}/start` for a command that is left alone.
    public static byte[] writeDetachedStart() {
        return Json.write(out -> out.object(() -> out.flag("Detach", true)));
    }

    private static void writeConsoleSize(JsonOut out, ExecSpec spec) {
        if (spec.tty() && spec.columns() > 0 && spec.rows() > 0) {
            out.numbers("ConsoleSize", spec.rows(), spec.columns());
        }
    }

    /// The body of `POST /commit`: a config that changes nothing. Podman wants a body, Docker a config in it.
    public static byte[] writeCommit() {
        return Json.write(out -> out.object(() -> out.texts("OnBuild", Optional.of(List.of()))));
    }

    /// The answer to `POST /containers/create`.
    public static CreatedContainer created(JsonIn in) {
        String id = "";
        List<String> warnings = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Id" -> id = in.text();
                    case "Warnings" -> warnings = in.texts();
                    default -> in.skip();
                }
            }
        }
        return new CreatedContainer(id, warnings);
    }

    /// The warnings in the answer to `POST /containers/{id}/update`.
    public static List<String> warnings(JsonIn in) {
        return created(in).warnings();
    }

    /// The id in the answers to `POST /containers/{id}/exec` and `POST /commit`.
    public static String id(JsonIn in) {
        return created(in).id();
    }

    /// `GET /exec/{id}/json`.
    public static ExecDetails exec(JsonIn in) {
        String id = "";
        String containerId = "";
        boolean running = false;
        OptionalInt exitCode = OptionalInt.empty();
        long pid = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ID" -> id = in.text();
                    case "ContainerID" -> containerId = in.text();
                    case "Running" -> running = in.flag();
                    case "ExitCode" -> exitCode = in.isNumber() ? OptionalInt.of(in.smallNumber()) : skipped(in);
                    case "Pid" -> pid = in.number();
                    default -> in.skip();
                }
            }
        }
        return new ExecDetails(id, containerId, running, running ? OptionalInt.empty() : exitCode, pid);
    }

    private static OptionalInt skipped(JsonIn in) {
        in.skip();
        return OptionalInt.empty();
    }
}
