package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.Network;

/// Networks in words.
final class NetworkWords {
    private NetworkWords() {}

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
