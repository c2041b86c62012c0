package io.quayside.engine.internal.codec;

import io.quayside.engine.model.StorageSettings;

/// What containers see as files, inside `HostConfig`.
final class StorageCodec {
    private StorageCodec() {}

    /// Reads the value of field `name` into `to`; false, without reading, if it belongs elsewhere.
    static boolean read(JsonIn in, String name, StorageSettings.Builder to) {
        switch (name) {
            case "Binds" -> to.binds(in.texts());
            case "Mounts" -> to.mounts(in.list(MountCodec::read));
            case "Tmpfs" -> to.tmpfs(in.textMap());
            case "VolumesFrom" -> to.volumesFrom(in.texts());
            case "VolumeDriver" -> to.volumeDriver(in.text());
            case "StorageOpt" -> to.storageOpt(in.textMap());
            case "ShmSize" -> to.shmSize(in.number());
            default -> {
                return false;
            }
        }
        return true;
    }

    static void write(JsonOut out, StorageSettings from) {
        out.texts("Binds", from.binds());
        out.list("Mounts", from.mounts(), value -> MountCodec.write(out, value));
        out.textMap("Tmpfs", from.tmpfs());
        out.texts("VolumesFrom", from.volumesFrom());
        out.text("VolumeDriver", from.volumeDriver());
        out.textMap("StorageOpt", from.storageOpt());
        out.number("ShmSize", from.shmSize());
    }
}
