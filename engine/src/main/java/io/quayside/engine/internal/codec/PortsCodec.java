package io.quayside.engine.internal.codec;

import io.quayside.engine.model.PortBinding;
import java.util.List;
import java.util.Map;

/// Where ports are published: `PortBindings` of a host config, `Ports` of network settings.
final class PortsCodec {
    private PortsCodec() {}

    static Map<String, List<PortBinding>> read(JsonIn in) {
        return in.map(bindings -> bindings.list(PortsCodec::binding));
    }

    private static PortBinding binding(JsonIn in) {
        String ip = "";
        String port = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "HostIp" -> ip = in.pooledText();
                    case "HostPort" -> port = in.text();
                    default -> in.skip();
                }
            }
        }
        return new PortBinding(ip, port);
    }

    static void write(JsonOut out, String name, Map<String, List<PortBinding>> ports) {
        out.map(
                name,
                ports,
                bindings -> out.elements(
                        bindings,
                        binding -> out.object(
                                () -> out.text("HostIp", binding.hostIp()).text("HostPort", binding.hostPort()))));
    }
}
