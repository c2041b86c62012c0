/// Containers made again with something changed: what can be changed while they run, and the rest as all or nothing.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.recreate;
