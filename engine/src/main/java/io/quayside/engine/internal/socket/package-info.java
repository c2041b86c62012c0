/// Sockets over what isn't a TCP connection: Unix sockets, named pipes, the streams of a process.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.internal.socket;
