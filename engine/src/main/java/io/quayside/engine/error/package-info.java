/// The failures of an engine call, as one sealed family: what went wrong is a type, and its details are data.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.error;
