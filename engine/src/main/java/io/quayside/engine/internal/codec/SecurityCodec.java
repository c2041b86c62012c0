package io.quayside.engine.internal.codec;

import io.quayside.engine.model.SecuritySettings;

/// The security settings inside `HostConfig`.
final class SecurityCodec {
    private SecurityCodec() {}

    /// Reads the value of field `name` into `to`; false, without reading, if it belongs elsewhere.
    static boolean read(JsonIn in, String name, SecuritySettings.Builder to) {
        switch (name) {
            case "Privileged" -> to.privileged(in.flag());
            case "ReadonlyRootfs" -> to.readonlyRootfs(in.flag());
            case "CapAdd" -> to.capAdd(in.texts());
            case "CapDrop" -> to.capDrop(in.texts());
            case "SecurityOpt" -> to.securityOpt(in.texts());
            case "GroupAdd" -> to.groupAdd(in.texts());
            case "MaskedPaths" -> to.maskedPaths(in.optionalTexts());
            case "ReadonlyPaths" -> to.readonlyPaths(in.optionalTexts());
            default -> {
                return false;
            }
        }
        return true;
    }

    static void write(JsonOut out, SecuritySettings from) {
        out.flag("Privileged", from.privileged());
        out.flag("ReadonlyRootfs", from.readonlyRootfs());
        out.texts("CapAdd", from.capAdd());
        out.texts("CapDrop", from.capDrop());
        out.texts("SecurityOpt", from.securityOpt());
        out.texts("GroupAdd", from.groupAdd());
        out.texts("MaskedPaths", from.maskedPaths());
        out.texts("ReadonlyPaths", from.readonlyPaths());
    }
}
