/// What the client promises, tried on real engines: the same cases for every engine and every kind of connection.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.contract;
