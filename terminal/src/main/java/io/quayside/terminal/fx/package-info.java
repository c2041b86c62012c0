/// Draws a terminal session on a canvas and takes its keys and mouse.
@org.jspecify.annotations.NullMarked
package io.quayside.terminal.fx;
