/// The seam to a hypervisor, and what a hypervisor may be able to do beyond it.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.driver;
