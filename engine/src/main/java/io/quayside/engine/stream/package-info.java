/// What an engine streams: output of containers in frames, events, progress.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.stream;
