/// QEMU as a hypervisor: its command line, its accelerators and its control protocol.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.driver.qemu;
