package io.quayside.engine.internal.codec;

import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.LogConfig;
import io.quayside.engine.model.Namespaces;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.model.SecuritySettings;
import io.quayside.engine.model.StorageSettings;
import java.util.List;
import java.util.Map;

/// `HostConfig`: one flat object of the engine, several records here.
final class HostConfigCodec {
    private HostConfigCodec() {}

    static HostConfig read(JsonIn in) {
        return new Reader(in).read();
    }

    static void write(JsonOut out, HostConfig config) {
        ResourcesCodec.write(out, config.resources());
        NamespacesCodec.write(out, config.namespaces());
        SecurityCodec.write(out, config.security());
        NetworkingCodec.write(out, config.networking());
        StorageCodec.write(out, config.storage());
        writeRestartPolicy(out, config.restartPolicy());
        out.flag("AutoRemove", config.autoRemove()).flag("Init", config.init());
        if (!config.logConfig().equals(new LogConfig("", Map.of()))) {
            out.object(
                    "LogConfig",
                    () -> out.text("Type", config.logConfig().type())
                            .textMap("Config", config.logConfig().config()));
        }
        out.text("ContainerIDFile", config.containerIdFile());
        if (config.consoleHeight() != 0 || config.consoleWidth() != 0) {
            out.numbers("ConsoleSize", config.consoleHeight(), config.consoleWidth());
        }
        out.textMap("Annotations", config.annotations())
                .number("OomScoreAdj", config.oomScoreAdj())
                .textMap("Sysctls", config.sysctls())
                .text("Runtime", config.runtime())
                .text("Isolation", config.isolation())
                .unknown(config.other());
    }

    static void writeRestartPolicy(JsonOut out, RestartPolicy policy) {
        out.object(
                "RestartPolicy",
                () -> out.text("Name", policy.name()).number("MaximumRetryCount", policy.maximumRetryCount()));
    }

    /// Hands each field to the part that it belongs to.
    private static final class Reader {
        private final JsonIn in;
        private final HostConfig.Builder to = HostConfig.builder();
        private final Resources.Builder resources = Resources.builder();
        private final Namespaces.Builder namespaces = Namespaces.builder();
        private final SecuritySettings.Builder security = SecuritySettings.builder();
        private final NetworkingSettings.Builder networking = NetworkingSettings.builder();
        private final StorageSettings.Builder storage = StorageSettings.builder();
        private final UnknownCollector unknown = new UnknownCollector();

        Reader(JsonIn in) {
            this.in = in;
        }

        HostConfig read() {
            if (in.enterObject()) {
                while (in.nextField()) {
                    if (!readPart(in.name()) && !readOwn(in.name())) {
                        unknown.take(in);
                    }
                }
            }
            return to.resources(resources.build())
                    .namespaces(namespaces.build())
                    .security(security.build())
                    .networking(networking.build())
                    .storage(storage.build())
                    .other(unknown.fields())
                    .build();
        }

        private boolean readPart(String name) {
            return ResourcesCodec.read(in, name, resources)
                    || SecurityCodec.read(in, name, security)
                    || NetworkingCodec.read(in, name, networking)
                    || StorageCodec.read(in, name, storage)
                    || NamespacesCodec.read(in, name, namespaces);
        }

        private boolean readOwn(String name) {
            switch (name) {
                case "RestartPolicy" -> to.restartPolicy(restartPolicy(in));
                case "AutoRemove" -> to.autoRemove(in.flag());
                case "Init" -> to.init(in.optionalFlag());
                case "LogConfig" -> to.logConfig(logConfig(in));
                case "ContainerIDFile" -> to.containerIdFile(in.text());
                case "ConsoleSize" -> readConsoleSize(in.list(JsonIn::number));
                case "Annotations" -> to.annotations(in.textMap());
                case "OomScoreAdj" -> to.oomScoreAdj(in.number());
                case "Sysctls" -> to.sysctls(in.textMap());
                case "Runtime" -> to.runtime(in.text());
                case "Isolation" -> to.isolation(in.text());
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void readConsoleSize(List<Long> size) {
            if (size.size() == 2) {
                to.consoleHeight(size.getFirst()).consoleWidth(size.getLast());
            }
        }
    }

    private static RestartPolicy restartPolicy(JsonIn in) {
        String name = "";
        long retries = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Name" -> name = in.text();
                    case "MaximumRetryCount" -> retries = in.number();
                    default -> in.skip();
                }
            }
        }
        return new RestartPolicy(name, retries);
    }

    private static LogConfig logConfig(JsonIn in) {
        String type = "";
        Map<String, String> config = Map.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Type" -> type = in.text();
                    case "Config" -> config = in.textMap();
                    default -> in.skip();
                }
            }
        }
        return new LogConfig(type, config);
    }
}
