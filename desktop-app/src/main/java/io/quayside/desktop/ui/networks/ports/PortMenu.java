package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.containers.LiveMenu;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done about a port. What isn't possible with it is there, disabled.
final class PortMenu {
    private PortMenu() {}

    static ContextMenu of(PortEntry entry, PortListener page) {
        Optional<PortClaim> claim = entry.claim();
        Optional<PortClaim> loser = entry.losers().stream().findFirst();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        LiveMenu.item(
                                claim.map(one -> "Go to " + one.name()).orElse("Go to the container"),
                                claim.isPresent(),
                                () -> claim.ifPresent(
                                        one -> page.show(one.container().id()))),
                        LiveMenu.item(
                                "Open in browser",
                                entry.web().isPresent(),
                                () -> entry.web().ifPresent(page::browse)),
                        LiveMenu.item("Copy address", () -> page.copy(entry.address())),
                        new SeparatorMenuItem(),
                        LiveMenu.item("Use another port", loser.isPresent(), () -> loser.ifPresent(page::useOther)),
                        LiveMenu.item(
                                "Edit ports…",
                                claim.or(() -> loser).isPresent(),
                                () -> loser.or(() -> claim)
                                        .ifPresent(
                                                one -> page.edit(one.container().id()))));
        return menu;
    }
}
