package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.model.PortMapping;
import java.util.List;

/// One port of a row.
///
/// @param text "localhost:5000", "5432 requested", "6379 internal"
/// @param kind what a click does
/// @param hostPort 0 when it isn't published
/// @param target what is copied or opened
public record PortText(String text, Kind kind, int hostPort, String target) {
    /// What a click does.
    public enum Kind {
        /// Opens the browser: it answered as a web server does.
        LINK,
        /// Copies the address.
        COPY,
        /// Nothing: it can't be reached from here.
        PLAIN
    }

    /// The ports of a container. Published ones are links when `isWeb` says that they speak HTTP.
    static List<PortText> of(Container container, boolean live, java.util.function.IntPredicate isWeb) {
        return container.ports().stream()
                .map(port -> one(container, port, live, isWeb))
                .toList();
    }

    private static PortText one(
            Container container, PortMapping port, boolean live, java.util.function.IntPredicate isWeb) {
        String suffix = port.type().equals("tcp") ? "" : "/" + port.type();
        if (!port.isPublished()) {
            return new PortText(port.privatePort() + suffix + " internal", Kind.PLAIN, 0, "");
        }
        if (live && !container.isUp()) {
            return new PortText(port.publicPort() + suffix + " requested", Kind.PLAIN, 0, "");
        }
        String address = "localhost:" + port.publicPort();
        if (!live) {
            return new PortText(address + suffix, Kind.PLAIN, 0, "");
        }
        boolean web = suffix.isEmpty() && isWeb.test(port.publicPort());
        return new PortText(
                address + suffix, web ? Kind.LINK : Kind.COPY, port.publicPort(), web ? "http://" + address : address);
    }
}
