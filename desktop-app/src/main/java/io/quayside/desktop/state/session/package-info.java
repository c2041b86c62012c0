/// Choosing an engine, connecting to it, noticing that it is gone and coming back.
@NullMarked
package io.quayside.desktop.state.session;

import org.jspecify.annotations.NullMarked;
