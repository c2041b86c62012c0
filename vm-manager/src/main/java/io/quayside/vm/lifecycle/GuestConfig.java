package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.GuestNetwork;
import io.quayside.vm.model.MachineConfig;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What the guest is told at its start; `guest/agent/config.go` reads it.
final class GuestConfig {
    /// The version of requests and frames; the guest refuses another one.
    static final int VERSION = 1;

    /// The engine's port inside the guest.
    static final int ENGINE_PORT = 2376;

    private GuestConfig() {}

    static byte[] of(MachineConfig config, GuestNetwork network) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "version",
                        VERSION,
                        "hostname",
                        config.name(),
                        "network",
                        network == GuestNetwork.DHCP ? Map.of("mode", "dhcp") : userNetwork(),
                        "shares",
                        !config.shares().isEmpty(),
                        "swapMiB",
                        config.options().swapMiB(),
                        "engine",
                        Map.of("port", ENGINE_PORT, "daemon", config.daemon())));
    }

    /// The addresses of QEMU's own network, which are always these.
    private static Map<String, Object> userNetwork() {
        return Map.of(
                "mode", "static",
                "address", "10.0.2.15/24",
                "gateway", "10.0.2.2",
                "dns", List.of("10.0.2.3"));
    }
}
