/// Compose projects through Docker Compose itself, version 2 or newer: what a file means, what would be done, and doing
/// it. Files are never read by a parser of our own.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.compose;
