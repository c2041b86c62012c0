package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.log.Secrets;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An engine as `status` and `engines` report it.
///
/// @param answers whether it answers
/// @param facts for `--json`, in order
/// @param text for people, without the name
record EngineReport(EngineChoice choice, boolean answers, Map<String, Object> facts, String text) {
    /// Asks the engine. Blocks.
    static EngineReport ask(Backend backend, EngineChoice choice, boolean withCounts) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name(choice));
        facts.put("endpoint", choice.address());
        if (choice.problem().isPresent()) {
            return failed(choice, facts, choice.problem().get(), Optional.empty());
        }
        try (Engine engine = backend.engines().target(choice).connect()) {
            EngineVersion version = engine.system().version();
            facts.put("state", "running");
            facts.put("version", version.version());
            facts.put("apiVersion", engine.apiVersion().toString());
            facts.put("product", version.isPodman() ? "podman" : "docker");
            StringBuilder text =
                    new StringBuilder("running, version %s, API %s".formatted(version.version(), engine.apiVersion()));
            if (withCounts) {
                EngineInfo info = engine.system().info();
                facts.putAll(figures(info));
                text.append("\nContainers: %d running, %d paused, %d stopped"
                        .formatted(info.containersRunning(), info.containersPaused(), info.containersStopped()));
                text.append("\nImages:     ").append(info.images());
                text.append("\nMachine:    %s, %d CPUs, %s memory"
                        .formatted(info.operatingSystem(), info.cpus(), Sizes.of(info.memory())));
            }
            return new EngineReport(choice, true, facts, text.toString());
        } catch (EngineException e) {
            Problem problem = backend.problems().map(e, new Attempt("connect to", choice.title()));
            String why = problem.why().isEmpty() ? problem.title() : problem.why();
            return failed(choice, facts, why, Optional.of(problem.code()));
        }
    }

    /// What the engine is called: what the user typed may be an address with a password.
    String name() {
        return name(choice);
    }

    private static String name(EngineChoice choice) {
        return SafeText.line(Secrets.mask(choice.title()));
    }

    private static Map<String, Object> figures(EngineInfo info) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, Object> containers = new LinkedHashMap<>();
        containers.put("total", info.containers());
        containers.put("running", info.containersRunning());
        containers.put("paused", info.containersPaused());
        containers.put("stopped", info.containersStopped());
        figures.put("containers", containers);
        figures.put("images", info.images());
        figures.put("cpus", info.cpus());
        figures.put("memoryBytes", info.memory());
        figures.put("operatingSystem", info.operatingSystem());
        figures.put("kernel", info.kernelVersion());
        figures.put("storageDriver", info.driver());
        figures.put("cgroupVersion", info.cgroupVersion());
        figures.put("rootless", info.isRootless());
        return figures;
    }

    private static EngineReport failed(
            EngineChoice choice, Map<String, Object> facts, String why, Optional<String> code) {
        if (choice.key().equals(FoundEngines.OWN)
                && code.filter("socket-missing"::equals).isPresent()) {
            facts.put("state", "stopped");
            return new EngineReport(choice, false, facts, "stopped");
        }
        facts.put("state", "unreachable");
        facts.put("problem", why);
        code.ifPresent(text -> facts.put("code", text));
        return new EngineReport(choice, false, facts, "not reachable: " + why);
    }
}
