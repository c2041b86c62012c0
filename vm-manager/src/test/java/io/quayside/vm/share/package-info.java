/// Tests.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.share;
