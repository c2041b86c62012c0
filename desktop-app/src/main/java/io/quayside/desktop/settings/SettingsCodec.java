package io.quayside.desktop.settings;

import io.quayside.desktop.settings.AppearanceSettings.CpuUnit;
import io.quayside.desktop.settings.AppearanceSettings.Density;
import io.quayside.desktop.settings.AppearanceSettings.MotionChoice;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.settings.GeneralSettings.Deleting;
import io.quayside.desktop.settings.GeneralSettings.ImageChecks;
import io.quayside.desktop.settings.WindowSettings.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings as a tree of JSON. A field that is absent or of the wrong kind takes its default; one that is unknown here
/// stays in the file.
final class SettingsCodec {
    /// The version of the file's form. Higher ones are not read.
    static final int VERSION = 1;

    private SettingsCodec() {}

    static Settings decode(Map<String, Object> tree) {
        Fields root = new Fields(tree);
        Fields engine = root.object("engine");
        return new Settings(
                general(root.object("general")),
                appearance(root.object("appearance")),
                new KeyboardSettings(root.object("keyboard").texts("keys")),
                new EngineSettings(engine.text("choice"), added(engine)),
                window(root.object("window")),
                tables(root.object("tables")),
                root.texts("choices"),
                root.textList("recentPalette"));
    }

    private static GeneralSettings general(Fields fields) {
        GeneralSettings defaults = GeneralSettings.DEFAULT;
        return new GeneralSettings(
                fields.bool("keepEngineRunning", defaults.keepEngineRunning()),
                fields.bool("keepInTray", defaults.keepInTray()),
                fields.constant("deleting", Deleting.class, defaults.deleting()),
                (int) fields.number("outputMegabytes", defaults.outputMegabytes()),
                fields.constant("imageChecks", ImageChecks.class, defaults.imageChecks()));
    }

    private static AppearanceSettings appearance(Fields fields) {
        AppearanceSettings defaults = AppearanceSettings.DEFAULT;
        return new AppearanceSettings(
                fields.constant("theme", ThemeChoice.class, defaults.theme()),
                fields.constant("density", Density.class, defaults.density()),
                (int) fields.number("textPercent", defaults.textPercent()),
                fields.constant("motion", MotionChoice.class, defaults.motion()),
                fields.constant("cpuUnit", CpuUnit.class, defaults.cpuUnit()),
                (int) fields.number("logFontSize", defaults.logFontSize()));
    }

    private static List<AddedEngine> added(Fields engine) {
        List<AddedEngine> added = new ArrayList<>();
        for (Fields fields : engine.objects("added")) {
            Optional<String> name = fields.text("name");
            Optional<String> address = fields.text("address");
            if (name.isPresent() && address.isPresent()) {
                added.add(new AddedEngine(
                        name.get(),
                        address.get(),
                        fields.text("authority"),
                        fields.text("certificate"),
                        fields.text("key")));
            }
        }
        return added;
    }

    private static Map<String, Object> encodeAdded(AddedEngine engine) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("name", engine.name());
        section.put("address", engine.address());
        put(section, "authority", engine.authority());
        put(section, "certificate", engine.certificate());
        put(section, "key", engine.key());
        return section;
    }

    private static WindowSettings window(Fields fields) {
        Fields bounds = fields.object("bounds");
        double width = bounds.number("width", 0);
        double height = bounds.number("height", 0);
        Optional<Bounds> usable = width > 0 && height > 0
                ? Optional.of(new Bounds(bounds.number("x", 0), bounds.number("y", 0), width, height))
                : Optional.empty();
        return new WindowSettings(
                usable, fields.bool("maximized", false), fields.bool("railCollapsed"), fields.numbers("panelSizes"));
    }

    private static Map<String, TableSettings> tables(Fields fields) {
        Map<String, TableSettings> tables = new LinkedHashMap<>();
        for (String id : fields.names()) {
            Fields table = fields.object(id);
            tables.put(
                    id,
                    new TableSettings(
                            table.textList("columns"),
                            table.numbers("widths"),
                            table.text("sortColumn"),
                            table.bool("ascending", true)));
        }
        return tables;
    }

    /// The tree for the file: `previous` with everything that this version knows replaced.
    static Map<String, Object> encode(Settings settings, Map<String, Object> previous) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", VERSION);
        Map<String, Object> general = section(root, "general", previous);
        general.put("keepEngineRunning", settings.general().keepEngineRunning());
        general.put("keepInTray", settings.general().keepInTray());
        general.put("deleting", name(settings.general().deleting()));
        general.put("outputMegabytes", settings.general().outputMegabytes());
        general.put("imageChecks", name(settings.general().imageChecks()));
        Map<String, Object> appearance = section(root, "appearance", previous);
        appearance.put("theme", name(settings.appearance().theme()));
        appearance.put("density", name(settings.appearance().density()));
        appearance.put("textPercent", settings.appearance().textPercent());
        appearance.put("motion", name(settings.appearance().motion()));
        appearance.put("cpuUnit", name(settings.appearance().cpuUnit()));
        appearance.put("logFontSize", settings.appearance().logFontSize());
        section(root, "keyboard", previous).put("keys", settings.keyboard().keys());
        Map<String, Object> engine = section(root, "engine", previous);
        put(engine, "choice", settings.engine().choice());
        engine.put(
                "added",
                settings.engine().added().stream()
                        .map(SettingsCodec::encodeAdded)
                        .toList());
        encodeWindow(settings.window(), section(root, "window", previous));
        Map<String, Object> tables = new LinkedHashMap<>();
        settings.tables().forEach((id, table) -> tables.put(id, encodeTable(table)));
        root.put("tables", tables);
        root.put("choices", settings.choices());
        root.put("recentPalette", settings.recentPalette());
        previous.forEach(root::putIfAbsent);
        return root;
    }

    private static void encodeWindow(WindowSettings window, Map<String, Object> section) {
        put(
                section,
                "bounds",
                window.bounds()
                        .map(bounds -> Map.of(
                                "x", bounds.x(), "y", bounds.y(), "width", bounds.width(), "height", bounds.height())));
        section.put("maximized", window.maximized());
        put(section, "railCollapsed", window.railCollapsed());
        section.put("panelSizes", window.panelSizes());
    }

    private static Map<String, Object> encodeTable(TableSettings table) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("columns", table.columns());
        section.put("widths", table.widths());
        put(section, "sortColumn", table.sortColumn());
        section.put("ascending", table.ascending());
        return section;
    }

    private static Map<String, Object> section(Map<String, Object> root, String name, Map<String, Object> previous) {
        Map<String, Object> section =
                new LinkedHashMap<>(new Fields(previous).object(name).all());
        root.put(name, section);
        return section;
    }

    private static void put(Map<String, Object> section, String name, Optional<?> value) {
        section.remove(name);
        value.ifPresent(present -> section.put(name, present));
    }

    private static String name(Enum<?> constant) {
        return Fields.nameOf(constant);
    }
}
