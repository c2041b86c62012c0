@org.jspecify.annotations.NullMarked
package io.quayside.desktop.login;
