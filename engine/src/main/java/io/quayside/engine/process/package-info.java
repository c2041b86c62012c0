/// The one way to run programs: an argument list, a deadline, masked secrets; and the ladder that ends long-lived ones.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.process;
