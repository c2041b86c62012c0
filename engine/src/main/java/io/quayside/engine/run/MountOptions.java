package io.quayside.engine.run;

import io.quayside.engine.model.BindOptions;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.TmpfsOptions;
import io.quayside.engine.model.VolumeOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `--mount`.
final class MountOptions {
    private static final Set<String> ALONE =
            Set.of("readonly", "ro", "volume-nocopy", "bind-nonrecursive", "bind-create-src");
    private static final Set<String> TYPES = Set.of("bind", "volume", "tmpfs", "npipe", "cluster", "image");
    private static final int OCTAL = 8;

    private final RunSurroundings surroundings;
    private final String value;
    private final MountSpec.Builder to = MountSpec.builder();
    private String type = "volume";
    private String target = "";
    private boolean readOnly;
    private BindOptions bind = new BindOptions("", false, false, false, false);
    private VolumeOptions volume = new VolumeOptions(false, Map.of(), "", Map.of(), "");
    private TmpfsOptions tmpfs = new TmpfsOptions(0, 0, List.of());

    private MountOptions(String value, RunSurroundings surroundings) {
        this.value = value;
        this.surroundings = surroundings;
    }

    static MountSpec read(String value, RunSurroundings surroundings) throws RunValueException {
        return new MountOptions(value, surroundings).read();
    }

    private MountSpec read() throws RunValueException {
        for (String field : Csv.read(RunFlag.MOUNT, value.strip())) {
            String key = Values.before(field, "=").toLowerCase(Locale.ROOT);
            if (!field.contains("=") && !ALONE.contains(key)) {
                throw failure("“" + field + "” has to be a name and a value, such as target=/data.");
            }
            if (field.contains("=") && Values.after(field, "=").isBlank()) {
                throw failure("“" + key + "” has no value.");
            }
            readField(key, field.contains("=") ? Values.after(field, "=") : "true", field);
        }
        if (!TYPES.contains(type)) {
            throw failure("“" + type + "” is no type of mount. There are bind, volume and tmpfs.");
        }
        if (target.isEmpty()) {
            throw failure("The mount has no target, the path in the container.");
        }
        checkOnlyOwnOptions();
        return to.type(type)
                .target(target)
                .readOnly(readOnly)
                .bindOptions(
                        bind.equals(new BindOptions("", false, false, false, false))
                                ? Optional.empty()
                                : Optional.of(bind))
                .volumeOptions(
                        volume.equals(new VolumeOptions(false, Map.of(), "", Map.of(), ""))
                                ? Optional.empty()
                                : Optional.of(volume))
                .tmpfsOptions(tmpfs.equals(new TmpfsOptions(0, 0, List.of())) ? Optional.empty() : Optional.of(tmpfs))
                .build();
    }

    private void readField(String key, String text, String field) throws RunValueException {
        switch (key) {
            case "type" -> type = text.toLowerCase(Locale.ROOT);
            case "source", "src" -> to.source(Folders.absolute(text, surroundings));
            case "target", "dst", "destination" -> target = text;
            case "readonly", "ro" -> readOnly = flag(key, text);
            case "consistency" -> to.consistency(text.toLowerCase(Locale.ROOT));
            case "image-subpath" -> to.imageSubpath(text);
            default -> {
                if (!readBind(key, text) && !readVolume(key, text) && !readTmpfs(key, text)) {
                    throw failure("“" + Values.before(field, "=") + "” is no option of a mount.");
                }
            }
        }
    }

    private boolean readBind(String key, String text) throws RunValueException {
        switch (key) {
            case "bind-propagation" ->
                bind = bind(
                        text.toLowerCase(Locale.ROOT),
                        bind.nonRecursive(),
                        bind.createMountpoint(),
                        bind.readOnlyNonRecursive(),
                        bind.readOnlyForceRecursive());
            case "bind-nonrecursive" ->
                bind = bind(
                        bind.propagation(),
                        flag(key, text),
                        bind.createMountpoint(),
                        bind.readOnlyNonRecursive(),
                        bind.readOnlyForceRecursive());
            case "bind-create-src" ->
                bind = bind(
                        bind.propagation(),
                        bind.nonRecursive(),
                        flag(key, text),
                        bind.readOnlyNonRecursive(),
                        bind.readOnlyForceRecursive());
            case "bind-recursive" -> {
                if (!Set.of("enabled", "disabled", "writable", "readonly").contains(text)) {
                    throw failure("“bind-recursive” is enabled, disabled, writable or readonly.");
                }
                bind = bind(
                        bind.propagation(),
                        bind.nonRecursive() || text.equals("disabled"),
                        bind.createMountpoint(),
                        text.equals("writable"),
                        text.equals("readonly"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static BindOptions bind(String propagation, boolean alone, boolean create, boolean writable, boolean all) {
        return new BindOptions(propagation, alone, create, writable, all);
    }

    private boolean readVolume(String key, String text) throws RunValueException {
        VolumeOptions old = volume;
        switch (key) {
            case "volume-subpath" ->
                volume = new VolumeOptions(old.noCopy(), old.labels(), old.driver(), old.driverOptions(), text);
            case "volume-nocopy" ->
                volume = new VolumeOptions(
                        flag(key, text), old.labels(), old.driver(), old.driverOptions(), old.subpath());
            case "volume-label" ->
                volume = new VolumeOptions(
                        old.noCopy(), plus(old.labels(), text), old.driver(), old.driverOptions(), old.subpath());
            case "volume-driver" ->
                volume = new VolumeOptions(old.noCopy(), old.labels(), text, old.driverOptions(), old.subpath());
            case "volume-opt" ->
                volume = new VolumeOptions(
                        old.noCopy(), old.labels(), old.driver(), plus(old.driverOptions(), text), old.subpath());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean readTmpfs(String key, String text) throws RunValueException {
        switch (key) {
            case "tmpfs-size" ->
                tmpfs = new TmpfsOptions(Values.size(RunFlag.MOUNT, text), tmpfs.mode(), tmpfs.options());
            case "tmpfs-mode" -> {
                try {
                    tmpfs = new TmpfsOptions(tmpfs.sizeBytes(), Long.parseLong(text, OCTAL), tmpfs.options());
                } catch (NumberFormatException e) {
                    throw failure("“" + text + "” is no mode such as 1777.");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void checkOnlyOwnOptions() throws RunValueException {
        boolean others = (!type.equals("bind") && !bind.equals(new BindOptions("", false, false, false, false)))
                || (!type.equals("volume") && !volume.equals(new VolumeOptions(false, Map.of(), "", Map.of(), "")))
                || (!type.equals("tmpfs") && !tmpfs.equals(new TmpfsOptions(0, 0, List.of())));
        if (others) {
            throw failure("A " + type + " mount can't have options of another type.");
        }
    }

    private static Map<String, String> plus(Map<String, String> map, String pair) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(Values.before(pair, "="), Values.after(pair, "="));
        return more;
    }

    private boolean flag(String key, String text) throws RunValueException {
        return switch (text) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw failure("“" + key + "” is true or false.");
        };
    }

    private RunValueException failure(String reason) {
        return new RunValueException(RunFlag.MOUNT, value, reason);
    }

    /// As `--mount` takes it.
    static String written(MountSpec mount) {
        List<String> fields = new ArrayList<>();
        fields.add("type=" + mount.type());
        add(fields, "source", mount.source());
        add(fields, "target", mount.target());
        if (mount.readOnly()) {
            fields.add("readonly");
        }
        add(fields, "consistency", mount.consistency());
        mount.bindOptions().ifPresent(bind -> {
            add(fields, "bind-propagation", bind.propagation());
            add(fields, "bind-recursive", recursive(bind));
            add(fields, "bind-create-src", bind.createMountpoint() ? "true" : "");
        });
        mount.volumeOptions().ifPresent(volume -> {
            add(fields, "volume-nocopy", volume.noCopy() ? "true" : "");
            volume.labels().forEach((name, text) -> fields.add("volume-label=" + name + "=" + text));
            add(fields, "volume-driver", volume.driver());
            volume.driverOptions().forEach((name, text) -> fields.add("volume-opt=" + name + "=" + text));
            add(fields, "volume-subpath", volume.subpath());
        });
        mount.tmpfsOptions().ifPresent(tmpfs -> {
            add(fields, "tmpfs-size", tmpfs.sizeBytes() > 0 ? String.valueOf(tmpfs.sizeBytes()) : "");
            add(fields, "tmpfs-mode", tmpfs.mode() > 0 ? Long.toOctalString(tmpfs.mode()) : "");
        });
        add(fields, "image-subpath", mount.imageSubpath());
        return Csv.write(fields);
    }

    private static String recursive(BindOptions bind) {
        if (bind.nonRecursive()) {
            return "disabled";
        }
        return bind.readOnlyForceRecursive() ? "readonly" : bind.readOnlyNonRecursive() ? "writable" : "";
    }

    private static void add(List<String> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.add(name + "=" + text);
        }
    }
}
