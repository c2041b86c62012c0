/// What containers print, kept on disk while one looks at it: bounded, searchable, byte for byte.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.logs;
