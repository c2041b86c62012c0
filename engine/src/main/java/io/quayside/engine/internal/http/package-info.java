/// HTTP to an engine: one narrow seam, and its implementation over every kind of endpoint.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.internal.http;
