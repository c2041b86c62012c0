@org.jspecify.annotations.NullMarked
package io.quayside.desktop.ui.mounts;
