/// What takes space on the engine's disk, what of it can go, and what became of the last time it went: as a card on the
/// page Engine, and as a page of its own.
@org.jspecify.annotations.NullMarked
package io.quayside.desktop.ui.engine.disk;
