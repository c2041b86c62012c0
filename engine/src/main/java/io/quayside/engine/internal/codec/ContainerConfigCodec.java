package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerConfig;
import java.util.Optional;

/// `Config` of containers and images.
final class ContainerConfigCodec {
    private ContainerConfigCodec() {}

    static ContainerConfig read(JsonIn in) {
        ContainerConfig.Builder to = ContainerConfig.builder();
        UnknownCollector unknown = new UnknownCollector();
        if (in.enterObject()) {
            while (in.nextField()) {
                if (!read(in, in.name(), to)) {
                    unknown.take(in);
                }
            }
        }
        return to.other(unknown.fields()).build();
    }

    /// Reads the value of field `name` into `to`; false, without reading, if it belongs elsewhere.
    private static boolean read(JsonIn in, String name, ContainerConfig.Builder to) {
        switch (name) {
            case "Hostname" -> to.hostname(in.text());
            case "Domainname" -> to.domainname(in.text());
            case "User" -> to.user(in.text());
            case "AttachStdin" -> to.attachStdin(in.flag());
            case "AttachStdout" -> to.attachStdout(in.flag());
            case "AttachStderr" -> to.attachStderr(in.flag());
            case "ExposedPorts" -> to.exposedPorts(Sets.read(in));
            case "Tty" -> to.tty(in.flag());
            case "OpenStdin" -> to.openStdin(in.flag());
            case "StdinOnce" -> to.stdinOnce(in.flag());
            case "Env" -> to.env(in.texts());
            case "Cmd" -> to.cmd(in.optionalTexts());
            case "Healthcheck" ->
                to.healthcheck(in.isNull() ? Optional.empty() : Optional.of(HealthCheckCodec.read(in)));
            case "ArgsEscaped" -> to.argsEscaped(in.flag());
            case "Image" -> to.image(in.text());
            case "Volumes" -> to.volumes(Sets.read(in));
            case "WorkingDir" -> to.workingDir(in.text());
            case "Entrypoint" -> to.entrypoint(in.optionalTexts());
            case "NetworkDisabled" -> to.networkDisabled(in.flag());
            case "MacAddress" -> to.macAddress(in.text());
            case "OnBuild" -> to.onBuild(in.texts());
            case "Labels" -> to.labels(in.textMap());
            case "StopSignal" -> to.stopSignal(in.text());
            case "StopTimeout" -> to.stopTimeout(in.optionalNumber());
            case "Shell" -> to.shell(in.texts());
            default -> {
                return false;
            }
        }
        return true;
    }

    static void write(JsonOut out, ContainerConfig from) {
        out.text("Hostname", from.hostname());
        out.text("Domainname", from.domainname());
        out.text("User", from.user());
        out.flag("AttachStdin", from.attachStdin());
        out.flag("AttachStdout", from.attachStdout());
        out.flag("AttachStderr", from.attachStderr());
        out.set("ExposedPorts", from.exposedPorts());
        out.flag("Tty", from.tty());
        out.flag("OpenStdin", from.openStdin());
        out.flag("StdinOnce", from.stdinOnce());
        out.texts("Env", from.env());
        out.texts("Cmd", from.cmd());
        from.healthcheck().ifPresent(value -> out.object("Healthcheck", () -> HealthCheckCodec.write(out, value)));
        out.flag("ArgsEscaped", from.argsEscaped());
        out.text("Image", from.image());
        out.set("Volumes", from.volumes());
        out.text("WorkingDir", from.workingDir());
        out.texts("Entrypoint", from.entrypoint());
        out.flag("NetworkDisabled", from.networkDisabled());
        out.text("MacAddress", from.macAddress());
        out.texts("OnBuild", from.onBuild());
        out.textMap("Labels", from.labels());
        out.text("StopSignal", from.stopSignal());
        out.number("StopTimeout", from.stopTimeout());
        out.texts("Shell", from.shell());
        out.unknown(from.other());
    }
}
