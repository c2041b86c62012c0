package io.quayside.vm.store;

import io.quayside.engine.platform.AtomicFile;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes a machine's configuration.
public final class ConfigFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ConfigFile() {}

    public static void write(Path file, MachineConfig config) throws VmException {
        ObjectNode json = JSON.createObjectNode()
                .put("format", MachineConfig.FORMAT)
                .put("name", config.name())
                .put("architecture", config.architecture().id())
                .put("cpus", config.resources().cpus())
                .put("memoryMiB", config.resources().memoryMiB())
                .put("diskGiB", config.resources().diskGiB())
                .put("enginePort", config.enginePort());
        json.set("daemon", JSON.valueToTree(config.daemon()));
        ArrayNode shares = json.putArray("shares");
        for (Share share : config.shares()) {
            shares.addObject()
                    .put("folder", share.hostFolder().toString())
                    .put("path", share.guestPath())
                    .put("readOnly", share.readOnly());
        }
        OptionsJson.write(config.options(), json);
        try {
            AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    public static MachineConfig read(Path file) throws VmException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new VmException(new VmProblem.ConfigBroken(file, "it doesn't exist."), e);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
        try {
            return config(file, JSON.readTree(content));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new VmException(new VmProblem.ConfigBroken(file, firstLine(e)), e);
        }
    }

    private static MachineConfig config(Path file, JsonNode json) throws VmException {
        int format = json.path("format").asInt(0);
        if (format > MachineConfig.FORMAT) {
            throw new VmException(new VmProblem.ConfigTooNew(file, format, MachineConfig.FORMAT));
        }
        if (format < 1) {
            throw new IllegalArgumentException("it is empty or says no format");
        }
        Map<String, Object> daemon =
                json.has("daemon") ? JSON.convertValue(json.get("daemon"), new TypeReference<>() {}) : Map.of();
        return new MachineConfig(
                json.path("name").asString(""),
                Architecture.valueOf(json.path("architecture").asString("").toUpperCase(Locale.ROOT)),
                new Resources(
                        json.path("cpus").asInt(0),
                        json.path("memoryMiB").asInt(0),
                        json.path("diskGiB").asInt(0)),
                json.path("enginePort").asInt(0),
                daemon,
                shares(json.path("shares")),
                OptionsJson.read(json));
    }

    /// Absent in files from before there were shared folders.
    private static List<Share> shares(JsonNode json) {
        List<Share> shares = new ArrayList<>();
        for (JsonNode share : json) {
            shares.add(new Share(
                    Path.of(share.path("folder").asString("")),
                    share.path("path").asString(""),
                    share.path("readOnly").asBoolean(false)));
        }
        return shares;
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
