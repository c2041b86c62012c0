package io.quayside.engine.model;

import java.util.Optional;

/// Something to mount in a container (`Mounts` of `HostConfig`).
///
/// @param type `bind`, `volume`, `tmpfs`, `npipe`, `cluster` or `image`
/// @param source path on the engine's machine or volume name; empty for tmpfs and anonymous volumes
/// @param target path in the container
/// @param readOnly the container can't write
/// @param consistency `default`, `consistent`, `cached`, `delegated`, or empty
/// @param bindOptions options of a bind mount
/// @param volumeOptions options of a volume mount
/// @param tmpfsOptions options of a tmpfs mount
/// @param imageSubpath a folder of the image (since API 1.48)
/// @param other fields that this client doesn't know, kept so that they survive a round trip
public record MountSpec(
        String type,
        String source,
        String target,
        boolean readOnly,
        String consistency,
        Optional<BindOptions> bindOptions,
        Optional<VolumeOptions> volumeOptions,
        Optional<TmpfsOptions> tmpfsOptions,
        String imageSubpath,
        UnknownFields other) {
    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.type = type;
        builder.source = source;
        builder.target = target;
        builder.readOnly = readOnly;
        builder.consistency = consistency;
        builder.bindOptions = bindOptions;
        builder.volumeOptions = volumeOptions;
        builder.tmpfsOptions = tmpfsOptions;
        builder.imageSubpath = imageSubpath;
        builder.other = other;
        return builder;
    }

    /// Collects the values of a [MountSpec]. The methods carry the names of its components.
    public static final class Builder {
        private String type = "";
        private String source = "";
        private String target = "";
        private boolean readOnly = false;
        private String consistency = "";
        private Optional<BindOptions> bindOptions = Optional.empty();
        private Optional<VolumeOptions> volumeOptions = Optional.empty();
        private Optional<TmpfsOptions> tmpfsOptions = Optional.empty();
        private String imageSubpath = "";
        private UnknownFields other = UnknownFields.NONE;

        private Builder() {}

        public Builder type(String value) {
            type = value;
            return this;
        }

        public Builder source(String value) {
            source = value;
            return this;
        }

        public Builder target(String value) {
            target = value;
            return this;
        }

        public Builder readOnly(boolean value) {
            readOnly = value;
            return this;
        }

        public Builder consistency(String value) {
            consistency = value;
            return this;
        }

        public Builder bindOptions(Optional<BindOptions> value) {
            bindOptions = value;
            return this;
        }

        public Builder volumeOptions(Optional<VolumeOptions> value) {
            volumeOptions = value;
            return this;
        }

        public Builder tmpfsOptions(Optional<TmpfsOptions> value) {
            tmpfsOptions = value;
            return this;
        }

        public Builder imageSubpath(String value) {
            imageSubpath = value;
            return this;
        }

        public Builder other(UnknownFields value) {
            other = value;
            return this;
        }

        /// The values as they are now.
        public MountSpec build() {
            return new MountSpec(
                    type,
                    source,
                    target,
                    readOnly,
                    consistency,
                    bindOptions,
                    volumeOptions,
                    tmpfsOptions,
                    imageSubpath,
                    other);
        }
    }
}
