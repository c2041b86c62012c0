/// What a machine is and how it does, as values.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.model;
