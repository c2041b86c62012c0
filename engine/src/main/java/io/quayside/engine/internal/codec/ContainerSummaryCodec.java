package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.NetworkAddress;
import io.quayside.engine.model.PortMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The items of `GET /containers/json`.
public final class ContainerSummaryCodec {
    private String id = "";
    private List<String> names = List.of();
    private String image = "";
    private String imageId = "";
    private String command = "";
    private Instant created = Instant.EPOCH;
    private List<PortMapping> ports = List.of();
    private Map<String, String> labels = Map.of();
    private ContainerState state = ContainerState.UNKNOWN;
    private String status = "";
    private List<MountPoint> mounts = List.of();
    private List<NetworkAddress> networks = List.of();
    private String networkMode = "";
    private OptionalLong sizeRw = OptionalLong.empty();
    private OptionalLong sizeRootFs = OptionalLong.empty();
    private Optional<HealthStatus> health = Optional.empty();

    private ContainerSummaryCodec() {}

    /// Reads one item.
    public static ContainerSummary read(JsonIn in) {
        ContainerSummaryCodec item = new ContainerSummaryCodec();
        if (in.enterObject()) {
            while (in.nextField()) {
                item.readField(in);
            }
        }
        return item.build();
    }

    private void readField(JsonIn in) {
        switch (in.name()) {
            case "Id" -> id = in.text();
            case "Names" -> names = in.list(JsonIn::textWithoutSlash);
            case "Image" -> image = in.pooledText();
            case "ImageID" -> imageId = in.pooledText();
            case "Command" -> command = in.pooledText();
            case "Created" -> created = in.instant().orElse(Instant.EPOCH);
            case "Ports" -> ports = in.list(ContainerSummaryCodec::port);
            case "Labels" -> labels = in.textMap();
            case "State" -> state = ContainerState.of(in.pooledText());
            case "Status" -> status = in.pooledText();
            case "Mounts" -> mounts = in.list(MountPointCodec::read);
            case "NetworkSettings" -> networks = networks(in);
            case "HostConfig" -> networkMode = networkMode(in);
            case "SizeRw" -> sizeRw = in.optionalNumber();
            case "SizeRootFs" -> sizeRootFs = in.optionalNumber();
            case "Health" -> health = health(in);
            default -> in.skip();
        }
    }

    /// Engines leave a size of 0 out.
    private OptionalLong writtenSize() {
        return sizeRw.isEmpty() && sizeRootFs.orElse(0) > 0 ? OptionalLong.of(0) : sizeRw;
    }

    private ContainerSummary build() {
        return new ContainerSummary(
                id,
                names,
                image,
                imageId,
                command,
                created,
                ports,
                labels,
                state,
                status,
                mounts,
                networks,
                networkMode,
                writtenSize(),
                sizeRootFs,
                health);
    }

    private static PortMapping port(JsonIn in) {
        String ip = "";
        int privatePort = 0;
        int publicPort = 0;
        String type = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "IP" -> ip = in.pooledText();
                    case "PrivatePort" -> privatePort = in.smallNumber();
                    case "PublicPort" -> publicPort = in.smallNumber();
                    case "Type" -> type = in.pooledText();
                    default -> in.skip();
                }
            }
        }
        return new PortMapping(ip, privatePort, publicPort, type);
    }

    private static List<NetworkAddress> networks(JsonIn in) {
        List<NetworkAddress> addresses = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("Networks")) {
                    addresses = addresses(in);
                } else {
                    in.skip();
                }
            }
        }
        return addresses;
    }

    private static List<NetworkAddress> addresses(JsonIn in) {
        List<NetworkAddress> addresses = new ArrayList<>(1);
        if (in.enterObject()) {
            while (in.nextField()) {
                addresses.add(address(in.name(), in));
            }
        }
        return List.copyOf(addresses);
    }

    private static NetworkAddress address(String network, JsonIn in) {
        String networkId = "";
        String ip = "";
        String ipv6 = "";
        String gateway = "";
        String mac = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "NetworkID" -> networkId = in.pooledText();
                    case "IPAddress" -> ip = in.text();
                    case "GlobalIPv6Address" -> ipv6 = in.text();
                    case "Gateway" -> gateway = in.pooledText();
                    case "MacAddress" -> mac = in.text();
                    default -> in.skip();
                }
            }
        }
        return new NetworkAddress(network, networkId, ip, ipv6, gateway, mac);
    }

    private static String networkMode(JsonIn in) {
        String mode = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("NetworkMode")) {
                    mode = in.pooledText();
                } else {
                    in.skip();
                }
            }
        }
        return mode;
    }

    private static Optional<HealthStatus> health(JsonIn in) {
        Optional<HealthStatus> status = Optional.empty();
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("Status")) {
                    status = Optional.of(HealthStatus.of(in.pooledText()));
                } else {
                    in.skip();
                }
            }
        }
        return status;
    }
}
