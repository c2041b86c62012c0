/// Folders of this computer in a machine: a file server for the kernel's FUSE in the guest, what it allows, and who
/// keeps them mounted.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.share;
