/// Where an engine runs and who keeps it running: one that is simply there, or one that Quayside starts itself.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.host;
