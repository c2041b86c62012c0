/// What differs between operating systems, and the folders that Quayside keeps things in.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.platform;
