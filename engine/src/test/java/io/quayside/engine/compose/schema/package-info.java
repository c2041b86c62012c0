@org.jspecify.annotations.NullMarked
package io.quayside.engine.compose.schema;
