package io.quayside.engine.internal.codec;

import io.quayside.engine.model.MountPoint;

/// `Mounts` of lists and inspect.
final class MountPointCodec {
    private MountPointCodec() {}

    static MountPoint read(JsonIn in) {
        String type = "";
        String name = "";
        String source = "";
        String destination = "";
        String driver = "";
        String mode = "";
        boolean writable = false;
        String propagation = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Type" -> type = in.pooledText();
                    case "Name" -> name = in.text();
                    case "Source" -> source = in.pooledText();
                    case "Destination" -> destination = in.pooledText();
                    case "Driver" -> driver = in.pooledText();
                    case "Mode" -> mode = in.pooledText();
                    case "RW" -> writable = in.flag();
                    case "Propagation" -> propagation = in.pooledText();
                    default -> in.skip();
                }
            }
        }
        return new MountPoint(type, name, source, destination, driver, mode, writable, propagation);
    }
}
