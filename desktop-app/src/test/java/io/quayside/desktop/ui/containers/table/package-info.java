@NullMarked
package io.quayside.desktop.ui.containers.table;

import org.jspecify.annotations.NullMarked;
