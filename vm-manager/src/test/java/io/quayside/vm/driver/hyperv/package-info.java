/// Tests.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.driver.hyperv;
