/// What a Dockerfile says: its instructions with their lines, its stages and its arguments. Nothing is run or looked
/// up.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.dockerfile;
