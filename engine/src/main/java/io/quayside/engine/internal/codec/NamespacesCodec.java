package io.quayside.engine.internal.codec;

import io.quayside.engine.model.Namespaces;

/// The namespaces inside `HostConfig`.
final class NamespacesCodec {
    private NamespacesCodec() {}

    /// Reads the value of field `name` into `to`; false, without reading, if it belongs elsewhere.
    static boolean read(JsonIn in, String name, Namespaces.Builder to) {
        switch (name) {
            case "IpcMode" -> to.ipc(in.text());
            case "PidMode" -> to.pid(in.text());
            case "UTSMode" -> to.uts(in.text());
            case "UsernsMode" -> to.user(in.text());
            case "CgroupnsMode" -> to.cgroup(in.text());
            case "Cgroup" -> to.cgroupToUse(in.text());
            default -> {
                return false;
            }
        }
        return true;
    }

    static void write(JsonOut out, Namespaces from) {
        out.text("IpcMode", from.ipc());
        out.text("PidMode", from.pid());
        out.text("UTSMode", from.uts());
        out.text("UsernsMode", from.user());
        out.text("CgroupnsMode", from.cgroup());
        out.text("Cgroup", from.cgroupToUse());
    }
}
