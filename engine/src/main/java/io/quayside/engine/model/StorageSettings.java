package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// What a container sees as files (the storage part of `HostConfig`).
///
/// @param binds mounts in their short form, each `source:target[:options]`
/// @param mounts mounts in their long form
/// @param tmpfs tmpfs mounts with their options, by path
/// @param volumesFrom containers to take mounts from, each `container[:ro]`
/// @param volumeDriver driver of volumes in `binds`
/// @param storageOpt options of the storage driver, such as `size`
/// @param shmSize bytes of `/dev/shm`, 0 for the default
public record StorageSettings(
        List<String> binds,
        List<MountSpec> mounts,
        Map<String, String> tmpfs,
        List<String> volumesFrom,
        String volumeDriver,
        Map<String, String> storageOpt,
        long shmSize) {
    public StorageSettings {
        binds = List.copyOf(binds);
        mounts = List.copyOf(mounts);
        tmpfs = Ordered.map(tmpfs);
        volumesFrom = List.copyOf(volumesFrom);
        storageOpt = Ordered.map(storageOpt);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.binds = binds;
        builder.mounts = mounts;
        builder.tmpfs = tmpfs;
        builder.volumesFrom = volumesFrom;
        builder.volumeDriver = volumeDriver;
        builder.storageOpt = storageOpt;
        builder.shmSize = shmSize;
        return builder;
    }

    /// Collects the values of a [StorageSettings]. The methods carry the names of its components.
    public static final class Builder {
        private List<String> binds = List.of();
        private List<MountSpec> mounts = List.of();
        private Map<String, String> tmpfs = Map.of();
        private List<String> volumesFrom = List.of();
        private String volumeDriver = "";
        private Map<String, String> storageOpt = Map.of();
        private long shmSize = 0;

        private Builder() {}

        public Builder binds(List<String> value) {
            binds = value;
            return this;
        }

        public Builder mounts(List<MountSpec> value) {
            mounts = value;
            return this;
        }

        public Builder tmpfs(Map<String, String> value) {
            tmpfs = value;
            return this;
        }

        public Builder volumesFrom(List<String> value) {
            volumesFrom = value;
            return this;
        }

        public Builder volumeDriver(String value) {
            volumeDriver = value;
            return this;
        }

        public Builder storageOpt(Map<String, String> value) {
            storageOpt = value;
            return this;
        }

        public Builder shmSize(long value) {
            shmSize = value;
            return this;
        }

        /// The values as they are now.
        public StorageSettings build() {
            return new StorageSettings(binds, mounts, tmpfs, volumesFrom, volumeDriver, storageOpt, shmSize);
        }
    }
}
