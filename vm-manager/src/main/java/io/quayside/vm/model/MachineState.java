package io.quayside.vm.model;

/// How far a machine is in its life.
public enum MachineState {
    /// It doesn't run.
    STOPPED,
    /// Its hypervisor runs, and its engine isn't there yet.
    STARTING,
    /// Its engine answers.
    RUNNING,
    /// It runs and its engine doesn't answer.
    DEGRADED,
    /// Its processors are stopped because nobody needs it; the next request wakes it.
    PAUSED,
    /// It is being stopped.
    STOPPING,
    /// Something of it is broken; the problem says what.
    FAILED
}
