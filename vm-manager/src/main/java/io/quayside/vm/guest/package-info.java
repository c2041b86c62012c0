/// The connection to the program inside the guest: requests, events and raw streams over one port.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.guest;
