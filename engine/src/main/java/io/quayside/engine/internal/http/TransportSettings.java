package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import java.time.Duration;

/// What a transport may be told beside its endpoint.
///
/// @param connect how long a connection may take
/// @param silence how long a bounded request may wait for the next byte
/// @param oldest the oldest API version that we speak
/// @param newest the newest one
/// @param sshProgram the `ssh` to run, by name or path
public record TransportSettings(
        Duration connect, Duration silence, ApiVersion oldest, ApiVersion newest, String sshProgram) {

    public static TransportSettings standard() {
        return new TransportSettings(
                Duration.ofSeconds(10), Duration.ofSeconds(60), new ApiVersion(1, 40), new ApiVersion(1, 51), "ssh");
    }

    public TransportSettings withSilence(Duration limit) {
        return new TransportSettings(connect, limit, oldest, newest, sshProgram);
    }

    public TransportSettings withSshProgram(String program) {
        return new TransportSettings(connect, silence, oldest, newest, program);
    }
}
