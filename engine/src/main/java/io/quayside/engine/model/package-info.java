/// What the Engine API says and takes, as immutable records.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.model;
