/// Tests on a real machine, without acceleration.
@org.jspecify.annotations.NullUnmarked
package io.quayside.vm.boot;
