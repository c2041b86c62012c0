/// The rules of the code's structure, each with its reason.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.rules;
