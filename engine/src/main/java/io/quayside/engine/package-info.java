/// The client for a Docker Engine: one [Engine][io.quayside.engine.Engine] for each engine that is talked to.
@org.jspecify.annotations.NullMarked
package io.quayside.engine;
