package io.quayside.vm.ports;

/// How it is with a port that should be open on the host. Texts are for people and untrusted.
public sealed interface ForwardState {
    /// It is open.
    record Open() implements ForwardState {}

    /// Something else has the port.
    ///
    /// @param holder who, such as `postgres, process 4127`
    record Conflict(String holder) implements ForwardState {}

    /// The host doesn't give the port.
    record Failed(String reason) implements ForwardState {}

    /// It is opened as soon as what it leads to runs.
    record Waiting(String reason) implements ForwardState {}
}
