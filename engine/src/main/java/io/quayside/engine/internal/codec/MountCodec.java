package io.quayside.engine.internal.codec;

import io.quayside.engine.model.BindOptions;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.TmpfsOptions;
import io.quayside.engine.model.VolumeOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `Mounts` of a host config.
final class MountCodec {
    private MountCodec() {}

    static MountSpec read(JsonIn in) {
        MountSpec.Builder to = MountSpec.builder();
        UnknownCollector unknown = new UnknownCollector();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Type" -> to.type(in.text());
                    case "Source" -> to.source(in.text());
                    case "Target" -> to.target(in.text());
                    case "ReadOnly" -> to.readOnly(in.flag());
                    case "Consistency" -> to.consistency(in.text());
                    case "BindOptions" -> to.bindOptions(in.isNull() ? Optional.empty() : Optional.of(bind(in)));
                    case "VolumeOptions" -> to.volumeOptions(in.isNull() ? Optional.empty() : Optional.of(volume(in)));
                    case "TmpfsOptions" -> to.tmpfsOptions(in.isNull() ? Optional.empty() : Optional.of(tmpfs(in)));
                    case "ImageOptions" -> to.imageSubpath(in.map(JsonIn::text).getOrDefault("Subpath", ""));
                    default -> unknown.take(in);
                }
            }
        }
        return to.other(unknown.fields()).build();
    }

    private static BindOptions bind(JsonIn in) {
        String propagation = "";
        boolean nonRecursive = false;
        boolean createMountpoint = false;
        boolean readOnlyNonRecursive = false;
        boolean readOnlyForceRecursive = false;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Propagation" -> propagation = in.text();
                    case "NonRecursive" -> nonRecursive = in.flag();
                    case "CreateMountpoint" -> createMountpoint = in.flag();
                    case "ReadOnlyNonRecursive" -> readOnlyNonRecursive = in.flag();
                    case "ReadOnlyForceRecursive" -> readOnlyForceRecursive = in.flag();
                    default -> in.skip();
                }
            }
        }
        return new BindOptions(
                propagation, nonRecursive, createMountpoint, readOnlyNonRecursive, readOnlyForceRecursive);
    }

    private static VolumeOptions volume(JsonIn in) {
        boolean noCopy = false;
        Map<String, String> labels = Map.of();
        String driver = "";
        Map<String, String> options = Map.of();
        String subpath = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "NoCopy" -> noCopy = in.flag();
                    case "Labels" -> labels = in.textMap();
                    case "DriverConfig" -> {
                        if (in.enterObject()) {
                            while (in.nextField()) {
                                switch (in.name()) {
                                    case "Name" -> driver = in.text();
                                    case "Options" -> options = in.textMap();
                                    default -> in.skip();
                                }
                            }
                        }
                    }
                    case "Subpath" -> subpath = in.text();
                    default -> in.skip();
                }
            }
        }
        return new VolumeOptions(noCopy, labels, driver, options, subpath);
    }

    private static TmpfsOptions tmpfs(JsonIn in) {
        long size = 0;
        long mode = 0;
        List<List<String>> options = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "SizeBytes" -> size = in.number();
                    case "Mode" -> mode = in.number();
                    case "Options" -> options = in.list(JsonIn::texts);
                    default -> in.skip();
                }
            }
        }
        return new TmpfsOptions(size, mode, options);
    }

    static void write(JsonOut out, MountSpec mount) {
        out.object(() -> {
            out.text("Type", mount.type())
                    .text("Source", mount.source())
                    .text("Target", mount.target())
                    .flag("ReadOnly", mount.readOnly())
                    .text("Consistency", mount.consistency());
            mount.bindOptions().ifPresent(bind -> out.object("BindOptions", () -> write(out, bind)));
            mount.volumeOptions().ifPresent(volume -> out.object("VolumeOptions", () -> write(out, volume)));
            mount.tmpfsOptions().ifPresent(tmpfs -> out.object("TmpfsOptions", () -> write(out, tmpfs)));
            if (!mount.imageSubpath().isEmpty()) {
                out.object("ImageOptions", () -> out.text("Subpath", mount.imageSubpath()));
            }
            out.unknown(mount.other());
        });
    }

    private static void write(JsonOut out, BindOptions bind) {
        out.text("Propagation", bind.propagation())
                .flag("NonRecursive", bind.nonRecursive())
                .flag("CreateMountpoint", bind.createMountpoint())
                .flag("ReadOnlyNonRecursive", bind.readOnlyNonRecursive())
                .flag("ReadOnlyForceRecursive", bind.readOnlyForceRecursive());
    }

    private static void write(JsonOut out, VolumeOptions volume) {
        out.flag("NoCopy", volume.noCopy()).textMap("Labels", volume.labels()).text("Subpath", volume.subpath());
        if (!volume.driver().isEmpty() || !volume.driverOptions().isEmpty()) {
            out.object(
                    "DriverConfig", () -> out.text("Name", volume.driver()).textMap("Options", volume.driverOptions()));
        }
    }

    private static void write(JsonOut out, TmpfsOptions tmpfs) {
        out.number("SizeBytes", tmpfs.sizeBytes()).number("Mode", tmpfs.mode()).textLists("Options", tmpfs.options());
    }
}
