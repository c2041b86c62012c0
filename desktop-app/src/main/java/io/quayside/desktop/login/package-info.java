/// Whether Quayside starts when the user logs in, as each system keeps that.
@NullMarked
package io.quayside.desktop.login;

import org.jspecify.annotations.NullMarked;
