/// What turns a program's bytes into a screen, and keys and mouse into bytes. No threads, no pictures.
@org.jspecify.annotations.NullMarked
package io.quayside.terminal.emulator;
