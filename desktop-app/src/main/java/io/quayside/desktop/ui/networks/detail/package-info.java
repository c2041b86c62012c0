/// One network beside the list: who is in it, and how containers come and go.
@NullMarked
package io.quayside.desktop.ui.networks.detail;

import org.jspecify.annotations.NullMarked;
