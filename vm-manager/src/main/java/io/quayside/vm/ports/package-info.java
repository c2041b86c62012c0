/// Ports of the guest that appear on the host: relayed over the connection into the guest, so that every
/// hypervisor is served alike.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.ports;
