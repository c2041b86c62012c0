package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.StatusText;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.NetworkAddress;
import java.util.ArrayList;
import java.util.List;

/// A container in a network. One that doesn't run comes back into it when it is started.
///
/// @param addresses those that it has now, none while it doesn't run
public record NetworkMember(Container container, StatusText status, List<String> addresses) {
    public NetworkMember {
        addresses = List.copyOf(addresses);
    }

    static NetworkMember of(Container container, NetworkAddress place, StatusText status) {
        List<String> addresses = new ArrayList<>();
        for (String address : List.of(place.ip(), place.ipv6())) {
            if (!address.isEmpty()) {
                addresses.add(SafeText.line(address));
            }
        }
        return new NetworkMember(container, status, addresses);
    }

    public String id() {
        return container.id();
    }

    public String name() {
        return SafeText.line(container.name());
    }

    public boolean isUp() {
        return container.isUp();
    }
}
