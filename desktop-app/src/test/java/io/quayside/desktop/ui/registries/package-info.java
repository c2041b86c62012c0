@NullMarked
package io.quayside.desktop.ui.registries;

import org.jspecify.annotations.NullMarked;
