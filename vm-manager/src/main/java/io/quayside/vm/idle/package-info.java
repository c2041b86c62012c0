/// What a machine does while nobody needs it: it gives memory back, and it sleeps until somebody does.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.idle;
