/// Tests of charts.
@NullMarked
package io.quayside.desktop.ui.control.chart;

import org.jspecify.annotations.NullMarked;
