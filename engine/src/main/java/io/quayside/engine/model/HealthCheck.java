package io.quayside.engine.model;

import java.time.Duration;
import java.util.List;

/// How a container's health is checked (`Healthcheck` of a config).
///
/// @param test the check: empty to inherit, `NONE`, `CMD` with arguments, or `CMD-SHELL` with a command
/// @param interval time between checks, zero to inherit
/// @param timeout how long a check may take, zero to inherit
/// @param startPeriod how long failures don't count after the start, zero to inherit
/// @param startInterval time between checks in the start period, zero to inherit (since API 1.44)
/// @param retries failures in a row that make it unhealthy, 0 to inherit
public record HealthCheck(
        List<String> test,
        Duration interval,
        Duration timeout,
        Duration startPeriod,
        Duration startInterval,
        long retries) {
    public HealthCheck {
        test = List.copyOf(test);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.test = test;
        builder.interval = interval;
        builder.timeout = timeout;
        builder.startPeriod = startPeriod;
        builder.startInterval = startInterval;
        builder.retries = retries;
        return builder;
    }

    /// Collects the values of a [HealthCheck]. The methods carry the names of its components.
    public static final class Builder {
        private List<String> test = List.of();
        private Duration interval = Duration.ZERO;
        private Duration timeout = Duration.ZERO;
        private Duration startPeriod = Duration.ZERO;
        private Duration startInterval = Duration.ZERO;
        private long retries = 0;

        private Builder() {}

        public Builder test(List<String> value) {
            test = value;
            return this;
        }

        public Builder interval(Duration value) {
            interval = value;
            return this;
        }

        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        public Builder startPeriod(Duration value) {
            startPeriod = value;
            return this;
        }

        public Builder startInterval(Duration value) {
            startInterval = value;
            return this;
        }

        public Builder retries(long value) {
            retries = value;
            return this;
        }

        /// The values as they are now.
        public HealthCheck build() {
            return new HealthCheck(test, interval, timeout, startPeriod, startInterval, retries);
        }
    }
}
