@org.jspecify.annotations.NullMarked
package io.quayside.vm.socket;
