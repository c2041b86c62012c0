package io.quayside.vm.share;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A folder as one guest has it mounted: its files by the guest's numbers, and what is open.
final class Served {
    /// Numbers take memory here as long as the guest keeps them; beyond so many it is asked to drop some.
    static final int MANY = 200_000;

    private static final long REST = TimeUnit.SECONDS.toNanos(30);

    final SharedFolder folder;
    final Nodes nodes;
    final Handles handles = new Handles();
    final Replay replay;
    final Forgetting forgetting;
    private final AtomicLong nextTrim = new AtomicLong(System.nanoTime());

    Served(SharedFolder folder, Replay replay, Forgetting forgetting) throws IOException {
        this.folder = folder;
        this.replay = replay;
        this.forgetting = forgetting;
        nodes = new Nodes(folder.facts(TreePath.ROOT), folder.tree().numbered());
    }

    TreePath path(Node node) throws Refused {
        return nodes.path(node);
    }

    /// The path of what a request names in the folder that it is for.
    TreePath child(Node parent, String name) throws Refused {
        return path(parent).child(name);
    }

    /// What is known of a file now, also when its name is gone while the guest has it open.
    Node.Left facts(Node node) throws IOException {
        if (!nodes.isLost(node)) {
            TreePath path = path(node);
            FileFacts facts = folder.facts(path);
            if (nodes.is(node, facts)) {
                return new Node.Left(facts, folder.owned(path));
            }
            nodes.lost(node);
        }
        var channel = handles.of(node);
        if (channel.isEmpty()) {
            throw new Refused(Errno.ESTALE);
        }
        Node.Left left = node.left();
        return new Node.Left(left.facts().withoutName(channel.get().size()), left.owned());
    }

    /// Takes a name away, and keeps what is known of the file for those who have it open.
    void remember(Node node, TreePath path) throws IOException {
        if (handles.of(node).isPresent()) {
            node.leave(new Node.Left(folder.facts(path), folder.owned(path)));
        }
    }

    /// The guest has looked at a name and found this.
    Node found(Node parent, String name, FileFacts facts) {
        Node node = nodes.found(parent, name, facts);
        long time = nextTrim.get();
        long now = System.nanoTime();
        if (nodes.size() > MANY && now - time >= 0 && nextTrim.compareAndSet(time, now + REST)) {
            Thread.ofVirtual().name("share trim").start(this::trim);
        }
        return node;
    }

    private void trim() {
        try {
            forgetting.unused();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
