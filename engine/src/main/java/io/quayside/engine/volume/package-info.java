/// Volumes beyond what the engine's own calls do: their files, archives of them, copies of them.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.volume;
