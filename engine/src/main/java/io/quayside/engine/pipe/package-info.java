/// Named pipes of Windows that programs of the same user connect to.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.pipe;
