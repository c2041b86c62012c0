/// Tests of the tray.
@org.jspecify.annotations.NullMarked
package io.quayside.desktop.lifecycle.tray;
