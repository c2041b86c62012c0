package io.quayside.engine.internal.codec;

import io.quayside.engine.model.BlockThrottle;
import io.quayside.engine.model.BlockWeight;
import io.quayside.engine.model.DeviceMapping;
import io.quayside.engine.model.DeviceRequest;
import io.quayside.engine.model.Ulimit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The small objects in the limits of a container.
final class DeviceCodec {
    private DeviceCodec() {}

    /// `BlkioWeightDevice`.
    static final class Weight {
        private Weight() {}

        static BlockWeight read(JsonIn in) {
            String path = "";
            long weight = 0;
            if (in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "Path" -> path = in.text();
                        case "Weight" -> weight = in.number();
                        default -> in.skip();
                    }
                }
            }
            return new BlockWeight(path, weight);
        }

        static void write(JsonOut out, BlockWeight value) {
            out.object(() -> out.text("Path", value.path()).number("Weight", value.weight()));
        }
    }

    /// `BlkioDeviceReadBps` and its like.
    static final class Throttle {
        private Throttle() {}

        static BlockThrottle read(JsonIn in) {
            String path = "";
            long rate = 0;
            if (in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "Path" -> path = in.text();
                        case "Rate" -> rate = in.number();
                        default -> in.skip();
                    }
                }
            }
            return new BlockThrottle(path, rate);
        }

        static void write(JsonOut out, BlockThrottle value) {
            out.object(() -> out.text("Path", value.path()).number("Rate", value.rate()));
        }
    }

    /// `Devices`.
    static final class Mapping {
        private Mapping() {}

        static DeviceMapping read(JsonIn in) {
            String onHost = "";
            String inContainer = "";
            String permissions = "";
            if (in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "PathOnHost" -> onHost = in.text();
                        case "PathInContainer" -> inContainer = in.text();
                        case "CgroupPermissions" -> permissions = in.text();
                        default -> in.skip();
                    }
                }
            }
            return new DeviceMapping(onHost, inContainer, permissions);
        }

        static void write(JsonOut out, DeviceMapping value) {
            out.object(() -> out.text("PathOnHost", value.pathOnHost())
                    .text("PathInContainer", value.pathInContainer())
                    .text("CgroupPermissions", value.cgroupPermissions()));
        }
    }

    /// `DeviceRequests`.
    static final class Request {
        private Request() {}

        static DeviceRequest read(JsonIn in) {
            String driver = "";
            long count = 0;
            List<String> ids = List.of();
            List<List<String>> capabilities = List.of();
            Map<String, String> options = Map.of();
            if (in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "Driver" -> driver = in.text();
                        case "Count" -> count = in.number();
                        case "DeviceIDs" -> ids = in.texts();
                        case "Capabilities" -> capabilities = in.list(JsonIn::texts);
                        case "Options" -> options = in.textMap();
                        default -> in.skip();
                    }
                }
            }
            return new DeviceRequest(driver, count, ids, capabilities, options);
        }

        static void write(JsonOut out, DeviceRequest value) {
            out.object(() -> out.text("Driver", value.driver())
                    .number("Count", value.count())
                    .texts("DeviceIDs", value.deviceIds())
                    .textLists("Capabilities", value.capabilities())
                    .textMap("Options", value.options()));
        }
    }

    /// `Ulimits`.
    static final class Limit {
        private Limit() {}

        static Ulimit read(JsonIn in) {
            String name = "";
            long soft = 0;
            long hard = 0;
            if (in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "Name" -> name = in.text();
                        case "Soft" -> soft = in.number();
                        case "Hard" -> hard = in.number();
                        default -> in.skip();
                    }
                }
            }
            return new Ulimit(asAsked(name), soft, hard);
        }

        /// Podman tells `RLIMIT_NOFILE` of what engines are asked for as `nofile`.
        private static String asAsked(String name) {
            return name.startsWith("RLIMIT_")
                    ? name.substring("RLIMIT_".length()).toLowerCase(Locale.ROOT)
                    : name;
        }

        static void write(JsonOut out, Ulimit value) {
            out.object(() -> out.text("Name", value.name())
                    .anyNumber("Soft", value.soft())
                    .anyNumber("Hard", value.hard()));
        }
    }
}
