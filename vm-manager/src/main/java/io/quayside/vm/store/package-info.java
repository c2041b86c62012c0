/// The files of machines: their names, their format, and one lock for each machine.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.store;
