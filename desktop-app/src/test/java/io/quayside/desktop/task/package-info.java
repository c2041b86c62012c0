/// Tests of tasks, and the inline FX thread that tests of view models use.
@org.jspecify.annotations.NullMarked
package io.quayside.desktop.task;
