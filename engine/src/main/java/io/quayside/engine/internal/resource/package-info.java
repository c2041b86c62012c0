/// The calls of the Engine API over the transport.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.internal.resource;
