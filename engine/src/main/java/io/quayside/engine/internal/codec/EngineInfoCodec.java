package io.quayside.engine.internal.codec;

import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `GET /info`. The many plain fields are collected by name first.
public final class EngineInfoCodec {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private Map<String, List<String>> plugins = Map.of();
    private Map<String, List<String>> registry = Map.of();
    private List<String> runtimes = List.of();
    private String swarmState = "";
    private boolean liveRestore;
    private boolean experimental;

    private EngineInfoCodec() {}

    /// Reads an answer.
    ///
    /// @param json the same answer, to keep
    public static EngineInfo read(JsonIn in, RawJson json) {
        EngineInfoCodec info = new EngineInfoCodec();
        if (in.enterObject()) {
            while (in.nextField()) {
                info.readField(in, in.name());
            }
        }
        return info.build(json);
    }

    private void readField(JsonIn in, String name) {
        switch (name) {
            case "Plugins" -> plugins = in.map(JsonIn::texts);
            case "RegistryConfig" -> registry = registry(in);
            case "Runtimes" -> runtimes = in.names();
            case "Swarm" -> swarmState = in.map(JsonIn::text).getOrDefault("LocalNodeState", "");
            case "LiveRestoreEnabled" -> liveRestore = in.flag();
            case "ExperimentalBuild" -> experimental = in.flag();
            default -> readPlain(in, name);
        }
    }

    private void readPlain(JsonIn in, String name) {
        if (in.isText()) {
            texts.put(name, in.text());
        } else if (in.isNumber()) {
            numbers.put(name, in.number());
        } else if (in.isArray()) {
            lists.put(name, in.texts());
        } else {
            in.skip();
        }
    }

    /// The registries that need no TLS are named by address range and by name.
    private static Map<String, List<String>> registry(JsonIn in) {
        Map<String, List<String>> lists = new HashMap<>();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Mirrors", "InsecureRegistryCIDRs" -> lists.put(in.name(), in.texts());
                    case "IndexConfigs" -> lists.put("Insecure", insecure(in));
                    default -> in.skip();
                }
            }
        }
        return lists;
    }

    private static List<String> insecure(JsonIn in) {
        Map<String, Map<String, String>> registries = in.map(entry -> entry.map(JsonIn::text));
        return registries.entrySet().stream()
                .filter(entry -> "false".equals(entry.getValue().get("Secure")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private EngineInfo build(RawJson json) {
        return new EngineInfo(
                text("ID"),
                text("Name"),
                text("ServerVersion"),
                text("OperatingSystem"),
                text("OSType"),
                text("Architecture"),
                text("KernelVersion"),
                number("NCPU"),
                number("MemTotal"),
                number("Containers"),
                number("ContainersRunning"),
                number("ContainersPaused"),
                number("ContainersStopped"),
                number("Images"),
                text("Driver"),
                text("DockerRootDir"),
                text("LoggingDriver"),
                text("CgroupDriver"),
                text("CgroupVersion"),
                text("DefaultRuntime"),
                runtimes,
                list("SecurityOptions"),
                liveRestore,
                experimental,
                text("HttpProxy"),
                text("HttpsProxy"),
                text("NoProxy"),
                list("Labels"),
                registry.getOrDefault("Mirrors", List.of()),
                insecureRegistries(),
                plugins,
                swarmState,
                list("Warnings"),
                json);
    }

    private List<String> insecureRegistries() {
        List<String> all = new ArrayList<>(registry.getOrDefault("InsecureRegistryCIDRs", List.of()));
        all.addAll(registry.getOrDefault("Insecure", List.of()));
        return List.copyOf(all);
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    private List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
