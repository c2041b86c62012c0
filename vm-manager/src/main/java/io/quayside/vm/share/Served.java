package io.quayside.vm.share;

import java.io.IOException;

/// A folder as one guest has it mounted: its files by the guest's numbers, and what is open.
final class Served {
    final SharedFolder folder;
    final Nodes nodes;
    final Handles handles = new Handles();
    final Replay replay;
    final Forgetting forgetting;

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
}
