package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerCondition;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.NetworkSettings;
import io.quayside.engine.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `GET /containers/{id}/json`.
public final class ContainerDetailsCodec {
    private String id = "";
    private String name = "";
    private Optional<Instant> created = Optional.empty();
    private String path = "";
    private List<String> args = List.of();
    private ContainerCondition condition = new ContainerCondition(
            ContainerState.UNKNOWN, 0, 0, false, "", Optional.empty(), Optional.empty(), Optional.empty());
    private String imageId = "";
    private int restartCount;
    private String driver = "";
    private String platform = "";
    private String logPath = "";
    private List<String> execIds = List.of();
    private List<MountPoint> mounts = List.of();
    private ContainerConfig config = ContainerConfig.builder().build();
    private HostConfig hostConfig = HostConfig.builder().build();
    private NetworkSettings network = new NetworkSettings("", Map.of(), Map.of());
    private OptionalLong sizeRw = OptionalLong.empty();
    private OptionalLong sizeRootFs = OptionalLong.empty();

    private ContainerDetailsCodec() {}

    /// Reads an answer.
    ///
    /// @param json the same answer, to keep
    public static ContainerDetails read(JsonIn in, RawJson json) {
        ContainerDetailsCodec details = new ContainerDetailsCodec();
        if (in.enterObject()) {
            while (in.nextField()) {
                details.readField(in);
            }
        }
        return details.build(json);
    }

    private void readField(JsonIn in) {
        switch (in.name()) {
            case "Id" -> id = in.text();
            case "Name" -> name = in.textWithoutSlash();
            case "Created" -> created = in.instant();
            case "Path" -> path = in.text();
            case "Args" -> args = in.texts();
            case "State" -> condition = ContainerConditionCodec.read(in);
            case "Image" -> imageId = in.text();
            case "RestartCount" -> restartCount = in.smallNumber();
            case "Driver" -> driver = in.text();
            case "Platform" -> platform = in.text();
            case "LogPath" -> logPath = in.text();
            case "ExecIDs" -> execIds = in.texts();
            case "Mounts" -> mounts = in.list(MountPointCodec::read);
            case "Config" -> config = ContainerConfigCodec.read(in);
            case "HostConfig" -> hostConfig = HostConfigCodec.read(in);
            case "NetworkSettings" -> network = networkSettings(in);
            case "SizeRw" -> sizeRw = in.optionalNumber();
            case "SizeRootFs" -> sizeRootFs = in.optionalNumber();
            default -> in.skip();
        }
    }

    private ContainerDetails build(RawJson json) {
        return new ContainerDetails(
                id,
                name,
                created,
                path,
                args,
                condition,
                imageId,
                restartCount,
                driver,
                platform,
                logPath,
                execIds,
                mounts,
                config,
                hostConfig,
                network,
                sizeRw,
                sizeRootFs,
                json);
    }

    private static NetworkSettings networkSettings(JsonIn in) {
        NetworkSettings settings = new NetworkSettings("", Map.of(), Map.of());
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "SandboxKey" ->
                        settings = new NetworkSettings(in.text(), settings.ports(), settings.networks());
                    case "Ports" ->
                        settings = new NetworkSettings(settings.sandboxKey(), PortsCodec.read(in), settings.networks());
                    case "Networks" ->
                        settings = new NetworkSettings(
                                settings.sandboxKey(), settings.ports(), in.map(EndpointCodec::read));
                    default -> in.skip();
                }
            }
        }
        return settings;
    }
}
