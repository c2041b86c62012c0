/// Tests of the session with an engine.
@NullMarked
package io.quayside.desktop.state.session;

import org.jspecify.annotations.NullMarked;
