/// Tests of the life of the window.
@org.jspecify.annotations.NullMarked
package io.quayside.desktop.lifecycle;
