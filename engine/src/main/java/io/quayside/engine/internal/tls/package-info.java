/// TLS towards an engine: certificates and keys as docker keeps them in files, and what is made of them.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.internal.tls;
