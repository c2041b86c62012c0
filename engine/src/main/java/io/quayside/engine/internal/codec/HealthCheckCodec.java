package io.quayside.engine.internal.codec;

import io.quayside.engine.model.HealthCheck;
import java.time.Duration;

/// `Healthcheck` of a config.
final class HealthCheckCodec {
    private HealthCheckCodec() {}

    static HealthCheck read(JsonIn in) {
        HealthCheck.Builder to = HealthCheck.builder();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Test" -> to.test(in.texts());
                    case "Interval" -> to.interval(Duration.ofNanos(in.number()));
                    case "Timeout" -> to.timeout(Duration.ofNanos(in.number()));
                    case "StartPeriod" -> to.startPeriod(Duration.ofNanos(in.number()));
                    case "StartInterval" -> to.startInterval(Duration.ofNanos(in.number()));
                    case "Retries" -> to.retries(in.number());
                    default -> in.skip();
                }
            }
        }
        return to.build();
    }

    static void write(JsonOut out, HealthCheck check) {
        out.texts("Test", check.test())
                .nanos("Interval", check.interval())
                .nanos("Timeout", check.timeout())
                .nanos("StartPeriod", check.startPeriod())
                .nanos("StartInterval", check.startInterval())
                .number("Retries", check.retries());
    }
}
