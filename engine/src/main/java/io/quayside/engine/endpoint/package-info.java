/// Where an engine is: addresses, docker's contexts, and the order in which they are considered.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.endpoint;
