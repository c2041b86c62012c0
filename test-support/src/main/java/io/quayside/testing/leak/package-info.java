/// Finds what a test leaves behind: threads, processes, temporary files.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.leak;
