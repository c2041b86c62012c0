/// Tests of the machines as a whole, and of the rules of the house.
@org.jspecify.annotations.NullMarked
package io.quayside.vm;
