/// The calls of the Engine API, one interface for each family of objects.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.resource;
