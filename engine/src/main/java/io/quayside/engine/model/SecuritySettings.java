package io.quayside.engine.model;

import java.util.List;
import java.util.Optional;

/// What a container may do (the security part of `HostConfig`).
///
/// @param privileged everything (`Privileged`)
/// @param readonlyRootfs it can't write to its root file system
/// @param capAdd capabilities it has beyond the default
/// @param capDrop capabilities of the default it doesn't have
/// @param securityOpt options such as `seccomp=unconfined` or `no-new-privileges`
/// @param groupAdd further groups of its main process
/// @param maskedPaths paths that are hidden from it; empty for the engine's default
/// @param readonlyPaths paths it can only read; empty for the engine's default
public record SecuritySettings(
        boolean privileged,
        boolean readonlyRootfs,
        List<String> capAdd,
        List<String> capDrop,
        List<String> securityOpt,
        List<String> groupAdd,
        Optional<List<String>> maskedPaths,
        Optional<List<String>> readonlyPaths) {
    public SecuritySettings {
        capAdd = List.copyOf(capAdd);
        capDrop = List.copyOf(capDrop);
        securityOpt = List.copyOf(securityOpt);
        groupAdd = List.copyOf(groupAdd);
        maskedPaths = maskedPaths.map(List::copyOf);
        readonlyPaths = readonlyPaths.map(List::copyOf);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.privileged = privileged;
        builder.readonlyRootfs = readonlyRootfs;
        builder.capAdd = capAdd;
        builder.capDrop = capDrop;
        builder.securityOpt = securityOpt;
        builder.groupAdd = groupAdd;
        builder.maskedPaths = maskedPaths;
        builder.readonlyPaths = readonlyPaths;
        return builder;
    }

    /// Collects the values of a [SecuritySettings]. The methods carry the names of its components.
    public static final class Builder {
        private boolean privileged = false;
        private boolean readonlyRootfs = false;
        private List<String> capAdd = List.of();
        private List<String> capDrop = List.of();
        private List<String> securityOpt = List.of();
        private List<String> groupAdd = List.of();
        private Optional<List<String>> maskedPaths = Optional.empty();
        private Optional<List<String>> readonlyPaths = Optional.empty();

        private Builder() {}

        public Builder privileged(boolean value) {
            privileged = value;
            return this;
        }

        public Builder readonlyRootfs(boolean value) {
            readonlyRootfs = value;
            return this;
        }

        public Builder capAdd(List<String> value) {
            capAdd = value;
            return this;
        }

        public Builder capDrop(List<String> value) {
            capDrop = value;
            return this;
        }

        public Builder securityOpt(List<String> value) {
            securityOpt = value;
            return this;
        }

        public Builder groupAdd(List<String> value) {
            groupAdd = value;
            return this;
        }

        public Builder maskedPaths(Optional<List<String>> value) {
            maskedPaths = value;
            return this;
        }

        public Builder readonlyPaths(Optional<List<String>> value) {
            readonlyPaths = value;
            return this;
        }

        /// The values as they are now.
        public SecuritySettings build() {
            return new SecuritySettings(
                    privileged, readonlyRootfs, capAdd, capDrop, securityOpt, groupAdd, maskedPaths, readonlyPaths);
        }
    }
}
