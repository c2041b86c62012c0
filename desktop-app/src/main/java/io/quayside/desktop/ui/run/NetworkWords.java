package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.Network;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.Optional;
import java.util.Set;

/// Networks in words.
final class NetworkWords {
    /// The options that say where a container is, which only together say something.
    private static final Set<RunFlag> PLACE =
            Set.of(RunFlag.NETWORK, RunFlag.NETWORK_ALIAS, RunFlag.IP, RunFlag.IP6, RunFlag.LINK_LOCAL_IP);

    private NetworkWords() {}

    /// A line with only that changed which one option is about.
    static RunSpec changedAlone(RunSpec before, RunSpec now, RunFlag flag) {
        RunSpec changed = before;
        for (RunFlag one : PLACE.contains(flag) ? PLACE : Set.of(flag)) {
            changed = changed.with(one, now.values(one));
        }
        return changed;
    }

    /// Why a change of networks needs a new container, empty for one that is about something else.
    static Optional<String> whyNew(ContainerEdit edit, RunSpec wanted, SpecChange change) {
        if (change.flag().filter(PLACE::contains).isEmpty()) {
            return Optional.empty();
        }
        String now = edit.details().hostConfig().networking().mode();
        return switch (kept(now)) {
            case "host" -> Optional.of("It has the network of the engine’s machine and can’t leave it.");
            case "none" -> Optional.of("It was made without a network and can’t join one.");
            case "container" -> Optional.of("It has another container’s network and can’t leave it.");
            default ->
                switch (kept(wanted.value(RunFlag.NETWORK).orElse(""))) {
                    case "host" -> Optional.of("The network of the engine’s machine is only had from the start.");
                    case "none" -> Optional.of("Engines don’t let a container be without a network later.");
                    case "container" -> Optional.of("Another container’s network is only had from the start.");
                    default -> Optional.empty();
                };
        };
    }

    /// Of a mode that a container keeps as long as it lives.
    private static String kept(String mode) {
        return mode.startsWith("container:") ? "container" : mode;
    }

    /// What kind of network it is, and how it is reached.
    static String kind(Network network) {
        return switch (network.name()) {
            case "host" -> "no network of its own, that of the engine’s machine";
            case "none" -> "no network at all";
            default ->
                SafeText.line(network.driver())
                        + (network.subnets().isEmpty()
                                ? ""
                                : ", "
                                        + SafeText.line(
                                                network.subnets().getFirst().subnet()))
                        + (network.internal() ? ", no way out" : "");
        };
    }
}
