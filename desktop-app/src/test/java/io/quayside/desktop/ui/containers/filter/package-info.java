/// Tests of the filter language.
@NullMarked
package io.quayside.desktop.ui.containers.filter;

import org.jspecify.annotations.NullMarked;
