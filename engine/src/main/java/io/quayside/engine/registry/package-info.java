/// Registries asked directly, without an engine: which tags there are, and what a tag stands for now.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.registry;
