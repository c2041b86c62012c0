/// Root of the module.
@org.jspecify.annotations.NullMarked
package io.quayside.testing;
