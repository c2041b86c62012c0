/// Lines over time, painted on a canvas.
@NullMarked
package io.quayside.desktop.ui.control.chart;

import org.jspecify.annotations.NullMarked;
