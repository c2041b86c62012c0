/// Runs programs for tests, always by an argument list.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.command;
