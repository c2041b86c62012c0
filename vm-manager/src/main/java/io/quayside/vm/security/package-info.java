/// The keys that a machine's engine and its clients know each other by.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.security;
