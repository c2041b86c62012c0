package io.quayside.engine.compose;

import io.quayside.engine.build.BuildEvent;

/// What Docker Compose tells while it works. Texts are untrusted.
public sealed interface ComposeEvent {

    /// What it works on.
    enum Kind {
        NETWORK,
        VOLUME,
        CONTAINER,
        IMAGE,
        SERVICE,
        OTHER
    }

    /// How far it is.
    enum Stand {
        WORKING,
        DONE,
        FAILED
    }

    /// Something of the project changed, or didn't need to.
    ///
    /// @param name the engine's name of a network, volume or container
    /// @param status Docker Compose's word for it, such as `Creating`, `Started`, `Healthy`
    /// @param detail more words, often empty
    record Changed(Kind kind, String name, String status, Stand stand, String detail) implements ComposeEvent {}

    /// A layer of an image comes.
    ///
    /// @param service which service's image
    /// @param current bytes done
    /// @param total bytes to do, 0 if unknown
    record Layer(String service, String layer, String status, long current, long total) implements ComposeEvent {}

    /// An image is built. The stage of a step begins with the service's name. Only where Docker Compose tells its
    /// progress as JSON; its words come as [Output] else.
    record Built(BuildEvent event) implements ComposeEvent {}

    /// Something the user should know, such as a variable that isn't set.
    record Warning(String words) implements ComposeEvent {}

    /// Any other line.
    record Output(String line) implements ComposeEvent {}
}
