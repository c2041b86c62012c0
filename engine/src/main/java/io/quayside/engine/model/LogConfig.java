package io.quayside.engine.model;

import java.util.Map;

/// Where output goes (`LogConfig`).
///
/// @param type the logging driver, empty for the engine's default
/// @param config the driver's options
public record LogConfig(String type, Map<String, String> config) {
    public LogConfig {
        config = Ordered.map(config);
    }
}
