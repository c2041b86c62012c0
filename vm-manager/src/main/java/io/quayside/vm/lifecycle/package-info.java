/// How a machine is made, started, adopted and stopped, step by step, with a way back from each step.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.lifecycle;
