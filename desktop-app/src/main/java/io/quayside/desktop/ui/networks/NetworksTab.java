package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.control.TabNames;

/// What the page shows.
enum NetworksTab {
    NETWORKS("networks", "Networks"),
    PORTS("ports", "Port map");

    private final String id;
    private final String title;

    NetworksTab(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    TabNames.Tab tab() {
        return new TabNames.Tab(id, title);
    }
}
