/// The Terminal tab of a container: its sessions, which live as long as the app, and what connects them to the engine.
@NullMarked
package io.quayside.desktop.ui.containers.detail.terminal;

import org.jspecify.annotations.NullMarked;
