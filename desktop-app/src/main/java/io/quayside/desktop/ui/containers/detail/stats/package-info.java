/// The Stats tab: an hour of a container's figures as charts, and what happened meanwhile.
@NullMarked
package io.quayside.desktop.ui.containers.detail.stats;

import org.jspecify.annotations.NullMarked;
