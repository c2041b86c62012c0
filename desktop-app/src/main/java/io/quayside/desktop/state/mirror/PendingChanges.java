package io.quayside.desktop.state.mirror;

import io.quayside.engine.model.EngineEvent;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has to be asked from the engine again, collected while an earlier round is under way. Any number of events
/// about
/// one object are one entry.
///
/// Its own monitor guards everything; the event reader adds, the refresher takes.
final class PendingChanges {
    /// What one round asks for.
    ///
    /// @param containers what events named
    /// @param wanted some of those whose full facts somebody wants
    record Round(
            Set<String> containers,
            Set<String> wanted,
            Set<String> gone,
            boolean allContainers,
            boolean images,
            boolean volumes,
            boolean networks) {}

    /// Actions that change nothing a list or an inspection shows. Health checks alone send three of them each time.
    private static final Set<String> SILENT = Set.of(
            "exec_create",
            "exec_start",
            "exec_die",
            "exec_detach",
            "attach",
            "detach",
            "resize",
            "top",
            "export",
            "archive-path",
            "extract-to-dir",
            "copy",
            "mount",
            "unmount",
            "exec",
            "exec_died",
            "init",
            "sync",
            "cleanup");

    /// Makes an image, of which engines tell nothing else when it gets no name; the container stays as it was.
    private static final String COMMIT = "commit";

    /// So many of those that are wanted go along with a round, so that events never wait long behind them.
    private static final int WANTED_AT_A_TIME = 16;

    private Set<String> containers = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> wanted = new LinkedHashSet<>();
    private Set<String> gone = new LinkedHashSet<>();
    private boolean allContainers;
    private boolean images;
    private boolean volumes;
    private boolean networks;
    private boolean ended;

    /// Notes what an event changes. Returns whether it changes anything.
    synchronized boolean note(EngineEvent event) {
        if (SILENT.contains(event.action())) {
            return false;
        }
        switch (event.type()) {
            case CONTAINER -> {
                if (event.action().equals(COMMIT)) {
                    images = true;
                } else {
                    noteContainer(event);
                }
            }
            case IMAGE -> images = true;
            case VOLUME -> volumes = true;
            case NETWORK -> noteNetwork(event);
            default -> {
                return false;
            }
        }
        notifyAll();
        return true;
    }

    /// Asks for the containers in full, because somebody looks at them.
    synchronized void inspect(Collection<String> ids) {
        seen.addAll(ids);
        notifyAll();
    }

    /// Asks for the containers in full, after all others.
    synchronized void want(Collection<String> ids) {
        wanted.addAll(ids);
        notifyAll();
    }

    synchronized void everything() {
        allContainers = true;
        images = true;
        volumes = true;
        networks = true;
        notifyAll();
    }

    /// Lets [#take] return at once, now and from now on.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Waits for something to do. What it returns is pending no more.
    synchronized Round take() throws InterruptedException {
        while (!ended && isEmpty()) {
            wait();
        }
        Round round = new Round(containers, someWanted(), gone, allContainers, images, volumes, networks);
        containers = new LinkedHashSet<>();
        gone = new LinkedHashSet<>();
        allContainers = false;
        images = false;
        volumes = false;
        networks = false;
        return round;
    }

    private Set<String> someWanted() {
        Set<String> some = new LinkedHashSet<>();
        for (Set<String> from : List.of(seen, wanted)) {
            from.removeAll(containers);
            from.removeAll(some);
            for (Iterator<String> ids = from.iterator(); ids.hasNext() && some.size() < WANTED_AT_A_TIME; ) {
                some.add(ids.next());
                ids.remove();
            }
        }
        return some;
    }

    private void noteContainer(EngineEvent event) {
        if (event.action().equals("destroy") || event.action().equals("remove")) {
            containers.remove(event.id());
            seen.remove(event.id());
            wanted.remove(event.id());
            gone.add(event.id());
        } else {
            containers.add(event.id());
        }
    }

    private void noteNetwork(EngineEvent event) {
        String container = event.attribute("container");
        if (container.isEmpty()) {
            networks = true;
        } else {
            containers.add(container);
        }
    }

    private boolean isEmpty() {
        return containers.isEmpty()
                && seen.isEmpty()
                && wanted.isEmpty()
                && gone.isEmpty()
                && !allContainers
                && !images
                && !volumes
                && !networks;
    }
}
