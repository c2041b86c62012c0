/// Everything that can go wrong with a machine, as data with words for people.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.error;
