package io.quayside.engine.model;

/// What a container shares with the engine's machine or with others (the namespace part of `HostConfig`). Each is
///     empty
/// for the default, `host`, `private`, `container:ID` and the like.
///
/// @param ipc inter-process communication (`IpcMode`)
/// @param pid process ids (`PidMode`)
/// @param uts host name (`UTSMode`)
/// @param user user ids (`UsernsMode`)
/// @param cgroup cgroups (`CgroupnsMode`)
/// @param cgroupToUse a cgroup to be in (`Cgroup`)
public record Namespaces(String ipc, String pid, String uts, String user, String cgroup, String cgroupToUse) {
    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.ipc = ipc;
        builder.pid = pid;
        builder.uts = uts;
        builder.user = user;
        builder.cgroup = cgroup;
        builder.cgroupToUse = cgroupToUse;
        return builder;
    }

    /// Collects the values of a [Namespaces]. The methods carry the names of its components.
    public static final class Builder {
        private String ipc = "";
        private String pid = "";
        private String uts = "";
        private String user = "";
        private String cgroup = "";
        private String cgroupToUse = "";

        private Builder() {}

        public Builder ipc(String value) {
            ipc = value;
            return this;
        }

        public Builder pid(String value) {
            pid = value;
            return this;
        }

        public Builder uts(String value) {
            uts = value;
            return this;
        }

        public Builder user(String value) {
            user = value;
            return this;
        }

        public Builder cgroup(String value) {
            cgroup = value;
            return this;
        }

        public Builder cgroupToUse(String value) {
            cgroupToUse = value;
            return this;
        }

        /// The values as they are now.
        public Namespaces build() {
            return new Namespaces(ipc, pid, uts, user, cgroup, cgroupToUse);
        }
    }
}
