/// Folders of this computer in a machine: a file server that speaks 9P2000.L, what it allows, and who keeps them
/// mounted.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.share;
