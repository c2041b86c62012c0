/// The data disk of a machine as a file of the host: how much room it takes, making that less, and moving
/// it elsewhere.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.disk;
