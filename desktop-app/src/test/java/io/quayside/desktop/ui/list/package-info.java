@NullMarked
package io.quayside.desktop.ui.list;

import org.jspecify.annotations.NullMarked;
