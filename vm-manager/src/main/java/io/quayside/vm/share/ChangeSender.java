package io.quayside.vm.share;

import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.GuestLink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the guest do again what the host did. Used by the thread that watches.
///
/// What reaches programs in containers that watch a folder: that a file or folder in it was made, deleted or changed,
/// with its name.
///
/// What doesn't: the end of writing; a move as one event; changes of rights and owners; what is below
/// `node_modules` and `.git`; folders beyond the first 8,192; and a change within a second after a container changed
/// the same file.
///
/// What is read is the host's state of a second ago at most in all cases, so programs that look now and then see
/// every change.
final class ChangeSender implements FolderWatch.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeSender.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// A request has to fit into one frame, with paths of any length.
    private static final int AT_ONCE = 12;

    private final GuestLink link;
    private final String share;
    private final Replay replay;
    private final Nodes nodes;

    ChangeSender(GuestLink link, String share, Replay replay, Nodes nodes) {
        this.link = link;
        this.share = share;
        this.replay = replay;
        this.nodes = nodes;
    }

    @Override
    public void changed(List<HostChange> changes) {
        for (int i = 0; i < changes.size(); i += AT_ONCE) {
            List<HostChange> some = changes.subList(i, Math.min(changes.size(), i + AT_ONCE));
            some.forEach(this::expect);
            send(
                    "share-changes",
                    Map.of(
                            "path",
                            share,
                            "changes",
                            some.stream().map(this::fields).toList()));
            some.forEach(change -> replay.forget(change.path()));
        }
    }

    /// As the guest's program reads it, with the numbers that the guest's kernel has for what is concerned.
    private Map<String, Object> fields(HostChange change) {
        TreePath path = change.path();
        return Map.of(
                "kind",
                change.kind().name().toLowerCase(Locale.ROOT),
                "path",
                path.text(),
                "folder",
                change.folder(),
                "link",
                change.link(),
                "parent",
                path.isRoot() ? 0 : nodes.at(path.parent()),
                "node",
                nodes.at(path));
    }

    private void expect(HostChange change) {
        switch (change.kind()) {
            case MADE -> replay.willMake(change.path());
            case DELETED -> replay.willDelete(change.path(), change.folder());
            case MODIFIED -> {
                // That is done to what is there.
            }
        }
    }

    private void send(String request, Map<String, Object> arguments) {
        try {
            String failed = link.ask(request, arguments, LIMIT).path("failed").asString("");
            if (!failed.isEmpty() && !failed.equals("0")) {
                LOG.debug("{}: {}", share, failed);
            }
        } catch (VmException e) {
            LOG.debug("{}: {}", share, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
