package io.quayside.vm.model;

/// A step of the guest's own start.
///
/// @param seconds since its kernel started
/// @param error why the step failed; empty if it didn't
public record GuestStep(String name, double seconds, String error) {
    public boolean failed() {
        return !error.isEmpty();
    }
}
