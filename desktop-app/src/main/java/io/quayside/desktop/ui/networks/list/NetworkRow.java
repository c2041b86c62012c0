package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.list.ListRow;

/// One network in the list.
public final class NetworkRow extends ListRow<NetworkLine> {
    NetworkRow(String id, NetworkLine line) {
        super(id, line);
    }
}
