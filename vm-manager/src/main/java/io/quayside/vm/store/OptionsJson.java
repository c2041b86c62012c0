package io.quayside.vm.store;

import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.MachineOptions;
import io.quayside.vm.ports.Forward;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The options of a machine in its configuration. What isn't there is as usual.
final class OptionsJson {
    private OptionsJson() {}

    static void write(MachineOptions options, ObjectNode into) {
        into.put("swapMiB", options.swapMiB());
        into.putObject("idle")
                .put("pauseAfterMinutes", options.idle().pauseAfterMinutes())
                .put("giveMemoryBack", options.idle().giveMemoryBack());
        ObjectNode ports =
                into.putObject("ports").put("publishedTo", word(options.ports().publishedTo()));
        ArrayNode rules = ports.putArray("rules");
        for (PortRule rule : options.ports().rules()) {
            rules.addObject()
                    .put("protocol", word(rule.protocol()))
                    .put("address", rule.address())
                    .put("port", rule.port())
                    .put("container", rule.container())
                    .put("targetPort", rule.targetPort());
        }
    }

    /// @throws IllegalArgumentException if something makes no sense
    static MachineOptions read(JsonNode json) {
        MachineOptions usual = MachineOptions.USUAL;
        JsonNode idle = json.path("idle");
        return new MachineOptions(
                json.path("swapMiB").asInt(usual.swapMiB()),
                new IdleSettings(
                        idle.path("pauseAfterMinutes").asInt(usual.idle().pauseAfterMinutes()),
                        idle.path("giveMemoryBack").asBoolean(usual.idle().giveMemoryBack())),
                ports(json.path("ports")));
    }

    private static PortSettings ports(JsonNode json) {
        if (!json.isObject()) {
            return PortSettings.USUAL;
        }
        List<PortRule> rules = new ArrayList<>();
        for (JsonNode rule : json.path("rules")) {
            rules.add(new PortRule(
                    Forward.Protocol.valueOf(constant(rule.path("protocol").asString(""))),
                    rule.path("address").asString(""),
                    rule.path("port").asInt(0),
                    rule.path("container").asString(""),
                    rule.path("targetPort").asInt(0)));
        }
        return new PortSettings(
                PortSettings.Reach.valueOf(constant(json.path("publishedTo").asString(""))), rules);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
