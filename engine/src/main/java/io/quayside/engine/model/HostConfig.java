package io.quayside.engine.model;

import java.util.Map;
import java.util.Optional;

/// How the engine's machine runs a container (`HostConfig`). The engine has all of it in one object; here it is in
///     parts.
///
/// @param resources limits
/// @param namespaces what it shares
/// @param security what it may do
/// @param networking how it reaches the network
/// @param storage what it sees as files
/// @param restartPolicy when it is started again
/// @param autoRemove remove it when it ends
/// @param init run a small init as its first process; empty for the engine's default
/// @param logConfig where output goes
/// @param containerIdFile a file the client wrote its id to
/// @param consoleHeight height of its terminal at the start
/// @param consoleWidth width of its terminal at the start
/// @param annotations notes for the runtime (since API 1.43)
/// @param oomScoreAdj how early it is ended when the machine is out of memory, -1000 to 1000
/// @param sysctls kernel settings
/// @param runtime the runtime, empty for the default
/// @param isolation isolation (Windows)
/// @param other fields that this client doesn't know, kept so that they survive a round trip
public record HostConfig(
        Resources resources,
        Namespaces namespaces,
        SecuritySettings security,
        NetworkingSettings networking,
        StorageSettings storage,
        RestartPolicy restartPolicy,
        boolean autoRemove,
        Optional<Boolean> init,
        LogConfig logConfig,
        String containerIdFile,
        long consoleHeight,
        long consoleWidth,
        Map<String, String> annotations,
        long oomScoreAdj,
        Map<String, String> sysctls,
        String runtime,
        String isolation,
        UnknownFields other) {
    public HostConfig {
        annotations = Ordered.map(annotations);
        sysctls = Ordered.map(sysctls);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.resources = resources;
        builder.namespaces = namespaces;
        builder.security = security;
        builder.networking = networking;
        builder.storage = storage;
        builder.restartPolicy = restartPolicy;
        builder.autoRemove = autoRemove;
        builder.init = init;
        builder.logConfig = logConfig;
        builder.containerIdFile = containerIdFile;
        builder.consoleHeight = consoleHeight;
        builder.consoleWidth = consoleWidth;
        builder.annotations = annotations;
        builder.oomScoreAdj = oomScoreAdj;
        builder.sysctls = sysctls;
        builder.runtime = runtime;
        builder.isolation = isolation;
        builder.other = other;
        return builder;
    }

    /// Collects the values of a [HostConfig]. The methods carry the names of its components.
    public static final class Builder {
        private Resources resources = Resources.builder().build();
        private Namespaces namespaces = Namespaces.builder().build();
        private SecuritySettings security = SecuritySettings.builder().build();
        private NetworkingSettings networking = NetworkingSettings.builder().build();
        private StorageSettings storage = StorageSettings.builder().build();
        private RestartPolicy restartPolicy = RestartPolicy.NO;
        private boolean autoRemove = false;
        private Optional<Boolean> init = Optional.empty();
        private LogConfig logConfig = new LogConfig("", Map.of());
        private String containerIdFile = "";
        private long consoleHeight = 0;
        private long consoleWidth = 0;
        private Map<String, String> annotations = Map.of();
        private long oomScoreAdj = 0;
        private Map<String, String> sysctls = Map.of();
        private String runtime = "";
        private String isolation = "";
        private UnknownFields other = UnknownFields.NONE;

        private Builder() {}

        public Builder resources(Resources value) {
            resources = value;
            return this;
        }

        public Builder namespaces(Namespaces value) {
            namespaces = value;
            return this;
        }

        public Builder security(SecuritySettings value) {
            security = value;
            return this;
        }

        public Builder networking(NetworkingSettings value) {
            networking = value;
            return this;
        }

        public Builder storage(StorageSettings value) {
            storage = value;
            return this;
        }

        public Builder restartPolicy(RestartPolicy value) {
            restartPolicy = value;
            return this;
        }

        public Builder autoRemove(boolean value) {
            autoRemove = value;
            return this;
        }

        public Builder init(Optional<Boolean> value) {
            init = value;
            return this;
        }

        public Builder logConfig(LogConfig value) {
            logConfig = value;
            return this;
        }

        public Builder containerIdFile(String value) {
            containerIdFile = value;
            return this;
        }

        public Builder consoleHeight(long value) {
            consoleHeight = value;
            return this;
        }

        public Builder consoleWidth(long value) {
            consoleWidth = value;
            return this;
        }

        public Builder annotations(Map<String, String> value) {
            annotations = value;
            return this;
        }

        public Builder oomScoreAdj(long value) {
            oomScoreAdj = value;
            return this;
        }

        public Builder sysctls(Map<String, String> value) {
            sysctls = value;
            return this;
        }

        public Builder runtime(String value) {
            runtime = value;
            return this;
        }

        public Builder isolation(String value) {
            isolation = value;
            return this;
        }

        public Builder other(UnknownFields value) {
            other = value;
            return this;
        }

        /// The values as they are now.
        public HostConfig build() {
            return new HostConfig(
                    resources,
                    namespaces,
                    security,
                    networking,
                    storage,
                    restartPolicy,
                    autoRemove,
                    init,
                    logConfig,
                    containerIdFile,
                    consoleHeight,
                    consoleWidth,
                    annotations,
                    oomScoreAdj,
                    sysctls,
                    runtime,
                    isolation,
                    other);
        }
    }
}
