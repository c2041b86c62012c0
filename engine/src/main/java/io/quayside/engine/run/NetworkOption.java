package io.quayside.engine.run;

import io.quayside.engine.model.EndpointSettings;

/// A value of `--network`.
///
/// @param name of the network, or what is in its place, such as `host`
/// @param place what is said about the container's place in it
public record NetworkOption(String name, EndpointSettings place) {
    /// One of which only the name is said.
    public static NetworkOption named(String name) {
        return new NetworkOption(name, EndpointSettings.builder().build());
    }

    /// Reads a name, or `name=shop,alias=web,ip=10.0.0.5`.
    public static NetworkOption read(String value) throws RunValueException {
        if (!NetworkOptions.hasFields(value)) {
            return named(value);
        }
        EndpointSettings.Builder place = EndpointSettings.builder();
        String name = NetworkOptions.readFields(value, place);
        return new NetworkOption(name, place.build());
    }

    /// Whether a value is written in fields.
    public static boolean hasFields(String value) {
        return NetworkOptions.hasFields(value);
    }

    /// Whether it is one that somebody made, where containers have names and addresses of their own.
    public boolean isUserDefined() {
        return NetworkOptions.isUserDefined(name);
    }

    /// As `--network` takes it, a name alone where that says all.
    public String written() {
        return NetworkOptions.written(name, place);
    }
}
