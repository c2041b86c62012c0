package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// A wish for devices such as GPUs (`DeviceRequests`).
///
/// @param driver such as `nvidia`, or empty
/// @param count how many, -1 for all
/// @param deviceIds which
/// @param capabilities alternatives, each a list of needed capabilities
/// @param options the driver's options
public record DeviceRequest(
        String driver,
        long count,
        List<String> deviceIds,
        List<List<String>> capabilities,
        Map<String, String> options) {
    public DeviceRequest {
        deviceIds = List.copyOf(deviceIds);
        capabilities = List.copyOf(capabilities);
        options = Ordered.map(options);
    }
}
