package io.quayside.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What runs in a container, and what an image runs by default (`Config`). It is portable: nothing in it is about the
/// engine's machine.
///
/// @param hostname the host name inside, empty for the short id
/// @param domainname the domain name inside
/// @param user `user`, `user:group` or numbers, empty for the image's own
/// @param attachStdin connect standard input
/// @param attachStdout connect standard output
/// @param attachStderr connect standard error
/// @param exposedPorts ports it listens on, such as `80/tcp`
/// @param tty give it a terminal
/// @param openStdin keep standard input open
/// @param stdinOnce close standard input when the first client detaches
/// @param env environment, each `KEY=value`
/// @param cmd arguments or command; empty to inherit
/// @param healthcheck the health check; empty to inherit
/// @param argsEscaped the command is already escaped (Windows)
/// @param image the image's name or id
/// @param volumes paths that get an anonymous volume
/// @param workingDir where it starts
/// @param entrypoint the program in front of `cmd`; empty to inherit, a list with one empty text for none
/// @param networkDisabled without network
/// @param macAddress a MAC address for its first network (deprecated since API 1.44)
/// @param onBuild triggers of the image
/// @param labels labels
/// @param stopSignal the signal that asks it to stop, empty to inherit
/// @param stopTimeout seconds until it is killed on stop; empty for the default
/// @param shell the shell of `CMD-SHELL` and the like
/// @param other fields that this client doesn't know, kept so that they survive a round trip
public record ContainerConfig(
        String hostname,
        String domainname,
        String user,
        boolean attachStdin,
        boolean attachStdout,
        boolean attachStderr,
        Set<String> exposedPorts,
        boolean tty,
        boolean openStdin,
        boolean stdinOnce,
        List<String> env,
        Optional<List<String>> cmd,
        Optional<HealthCheck> healthcheck,
        boolean argsEscaped,
        String image,
        Set<String> volumes,
        String workingDir,
        Optional<List<String>> entrypoint,
        boolean networkDisabled,
        String macAddress,
        List<String> onBuild,
        Map<String, String> labels,
        String stopSignal,
        OptionalLong stopTimeout,
        List<String> shell,
        UnknownFields other) {
    public ContainerConfig {
        exposedPorts = Ordered.set(exposedPorts);
        env = List.copyOf(env);
        cmd = cmd.map(List::copyOf);
        volumes = Ordered.set(volumes);
        entrypoint = entrypoint.map(List::copyOf);
        onBuild = List.copyOf(onBuild);
        labels = Ordered.map(labels);
        shell = List.copyOf(shell);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.hostname = hostname;
        builder.domainname = domainname;
        builder.user = user;
        builder.attachStdin = attachStdin;
        builder.attachStdout = attachStdout;
        builder.attachStderr = attachStderr;
        builder.exposedPorts = exposedPorts;
        builder.tty = tty;
        builder.openStdin = openStdin;
        builder.stdinOnce = stdinOnce;
        builder.env = env;
        builder.cmd = cmd;
        builder.healthcheck = healthcheck;
        builder.argsEscaped = argsEscaped;
        builder.image = image;
        builder.volumes = volumes;
        builder.workingDir = workingDir;
        builder.entrypoint = entrypoint;
        builder.networkDisabled = networkDisabled;
        builder.macAddress = macAddress;
        builder.onBuild = onBuild;
        builder.labels = labels;
        builder.stopSignal = stopSignal;
        builder.stopTimeout = stopTimeout;
        builder.shell = shell;
        builder.other = other;
        return builder;
    }

    /// Collects the values of a [ContainerConfig]. The methods carry the names of its components.
    public static final class Builder {
        private String hostname = "";
        private String domainname = "";
        private String user = "";
        private boolean attachStdin = false;
        private boolean attachStdout = false;
        private boolean attachStderr = false;
        private Set<String> exposedPorts = Set.of();
        private boolean tty = false;
        private boolean openStdin = false;
        private boolean stdinOnce = false;
        private List<String> env = List.of();
        private Optional<List<String>> cmd = Optional.empty();
        private Optional<HealthCheck> healthcheck = Optional.empty();
        private boolean argsEscaped = false;
        private String image = "";
        private Set<String> volumes = Set.of();
        private String workingDir = "";
        private Optional<List<String>> entrypoint = Optional.empty();
        private boolean networkDisabled = false;
        private String macAddress = "";
        private List<String> onBuild = List.of();
        private Map<String, String> labels = Map.of();
        private String stopSignal = "";
        private OptionalLong stopTimeout = OptionalLong.empty();
        private List<String> shell = List.of();
        private UnknownFields other = UnknownFields.NONE;

        private Builder() {}

        public Builder hostname(String value) {
            hostname = value;
            return this;
        }

        public Builder domainname(String value) {
            domainname = value;
            return this;
        }

        public Builder user(String value) {
            user = value;
            return this;
        }

        public Builder attachStdin(boolean value) {
            attachStdin = value;
            return this;
        }

        public Builder attachStdout(boolean value) {
            attachStdout = value;
            return this;
        }

        public Builder attachStderr(boolean value) {
            attachStderr = value;
            return this;
        }

        public Builder exposedPorts(Set<String> value) {
            exposedPorts = value;
            return this;
        }

        public Builder tty(boolean value) {
            tty = value;
            return this;
        }

        public Builder openStdin(boolean value) {
            openStdin = value;
            return this;
        }

        public Builder stdinOnce(boolean value) {
            stdinOnce = value;
            return this;
        }

        public Builder env(List<String> value) {
            env = value;
            return this;
        }

        public Builder cmd(Optional<List<String>> value) {
            cmd = value;
            return this;
        }

        public Builder healthcheck(Optional<HealthCheck> value) {
            healthcheck = value;
            return this;
        }

        public Builder argsEscaped(boolean value) {
            argsEscaped = value;
            return this;
        }

        public Builder image(String value) {
            image = value;
            return this;
        }

        public Builder volumes(Set<String> value) {
            volumes = value;
            return this;
        }

        public Builder workingDir(String value) {
            workingDir = value;
            return this;
        }

        public Builder entrypoint(Optional<List<String>> value) {
            entrypoint = value;
            return this;
        }

        public Builder networkDisabled(boolean value) {
            networkDisabled = value;
            return this;
        }

        public Builder macAddress(String value) {
            macAddress = value;
            return this;
        }

        public Builder onBuild(List<String> value) {
            onBuild = value;
            return this;
        }

        public Builder labels(Map<String, String> value) {
            labels = value;
            return this;
        }

        public Builder stopSignal(String value) {
            stopSignal = value;
            return this;
        }

        public Builder stopTimeout(OptionalLong value) {
            stopTimeout = value;
            return this;
        }

        public Builder shell(List<String> value) {
            shell = value;
            return this;
        }

        public Builder other(UnknownFields value) {
            other = value;
            return this;
        }

        /// The values as they are now.
        public ContainerConfig build() {
            return new ContainerConfig(
                    hostname,
                    domainname,
                    user,
                    attachStdin,
                    attachStdout,
                    attachStderr,
                    exposedPorts,
                    tty,
                    openStdin,
                    stdinOnce,
                    env,
                    cmd,
                    healthcheck,
                    argsEscaped,
                    image,
                    volumes,
                    workingDir,
                    entrypoint,
                    networkDisabled,
                    macAddress,
                    onBuild,
                    labels,
                    stopSignal,
                    stopTimeout,
                    shell,
                    other);
        }
    }
}
