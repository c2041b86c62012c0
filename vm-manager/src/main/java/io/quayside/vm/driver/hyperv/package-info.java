/// Hyper-V as a hypervisor: its cmdlets, its disks and its control pipe. Nothing of it has run on a Windows yet; what
/// stands for Windows in tests is made from Microsoft's documentation.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.driver.hyperv;
