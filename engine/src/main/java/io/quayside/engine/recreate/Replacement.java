package io.quayside.engine.recreate;

import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.RestartPolicy;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A container that took another's place, and what is needed to take that back.
///
/// @param newId the new one
/// @param name the new one's name
/// @param oldId the old one, which is kept
/// @param oldName what it was called
/// @param aside what it is called now
/// @param oldRan whether it ran
/// @param policy when it was started again by itself
public record Replacement(
        String newId, String name, String oldId, String oldName, String aside, boolean oldRan, RestartPolicy policy) {

    /// The container that stepped aside, as a label of the new one says it, so that it is still known after a crash.
    ///
    /// @param at when it stepped aside
    public record Aside(String oldId, String oldName, String aside, boolean oldRan, RestartPolicy policy, Instant at) {
        private static final Pattern WRITTEN = Pattern.compile(
                "(\\p{XDigit}{64}) (\\S{1,200}) (\\S{1,200}) (true|false) ([a-z-]{1,20}) (\\d{1,9}) (\\S{1,40})");

        /// What a container's labels say. Labels are what anybody writes: that it is so has to be looked up.
        public static Optional<Aside> of(Map<String, String> labels) {
            Matcher found = WRITTEN.matcher(labels.getOrDefault(ContainerSpec.REPLACES, ""));
            if (!found.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Aside(
                        found.group(1),
                        found.group(2),
                        found.group(3),
                        Boolean.parseBoolean(found.group(4)),
                        new RestartPolicy(found.group(5), Long.parseLong(found.group(6))),
                        Instant.parse(found.group(7))));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        ContainerSpec noted(ContainerSpec spec) {
            Map<String, String> labels = new LinkedHashMap<>(spec.config().labels());
            String policyName = policy.name().isEmpty() ? "no" : policy.name();
            labels.put(
                    ContainerSpec.REPLACES,
                    String.join(
                            " ",
                            oldId,
                            oldName,
                            aside,
                            String.valueOf(oldRan),
                            policyName,
                            String.valueOf(policy.maximumRetryCount()),
                            at.toString()));
            return spec.with(spec.config().toBuilder().labels(labels).build());
        }

        /// With the container whose label it was.
        public Replacement by(String newId, String name) {
            return new Replacement(newId, name, oldId, oldName, aside, oldRan, policy);
        }
    }
}
