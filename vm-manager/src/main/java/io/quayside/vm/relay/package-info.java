/// Copies between connections of the host and streams into the guest.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.relay;
