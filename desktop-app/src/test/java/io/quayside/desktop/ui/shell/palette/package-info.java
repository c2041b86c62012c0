/// Tests of the frame.
@org.jspecify.annotations.NullMarked
package io.quayside.desktop.ui.shell.palette;
