/// JSON of the Engine API to and from the records of the model, read straight from the stream.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.internal.codec;
