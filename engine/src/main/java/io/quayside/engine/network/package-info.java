/// Address ranges, and what this computer has of networks itself: its routes, and which programs hold its ports.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.network;
