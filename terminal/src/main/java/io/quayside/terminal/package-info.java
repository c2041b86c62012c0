/// A terminal: a session that outlives what shows it, and the connection at whose other end a program runs.
@org.jspecify.annotations.NullMarked
package io.quayside.terminal;
