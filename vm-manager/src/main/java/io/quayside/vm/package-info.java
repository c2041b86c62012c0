/// The Linux virtual machine that runs the engine where it can't run natively: made, started, watched and
/// removed here.
@org.jspecify.annotations.NullMarked
package io.quayside.vm;
