package io.quayside.vm.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Requests that look for, make, move and delete names. Thread-safe.
final class NameRequests {
    private static final int NO_REPLACE = 1;
    private static final int GIVES_GROUP = 02000;

    private final Served served;
    private final SharedFolder folder;
    private final Nodes nodes;
    private final Replay replay;
    private final AttributeRequests attributes;

    NameRequests(Served served, AttributeRequests attributes) {
        this.served = served;
        this.attributes = attributes;
        folder = served.folder;
        nodes = served.nodes;
        replay = served.replay;
    }

    void look(Node parent, MessageReader in, MessageWriter out) throws IOException {
        String name = in.text();
        TreePath path = served.child(parent, name);
        boolean again = replay.is(in.uid());
        FileFacts facts = again ? replay.looked(path, folder, nodes.at(parent, name)) : folder.facts(path);
        attributes.entry(served.found(parent, name, facts), path, facts, again ? 0 : AttributeRequests.KEPT, out);
    }

    /// Who gets what is made in a folder.
    ///
    /// @param group of the folder if its mode says so, else of who makes it
    record Maker(int uid, int group, boolean groupIsGiven) {}

    Maker maker(TreePath parent, MessageReader in) {
        Ownership.Owned owned = folder.owned(parent);
        boolean given = owned.mode() >= 0 && (owned.mode() & GIVES_GROUP) != 0;
        return new Maker(in.uid(), given ? owned.gid() : in.gid(), given);
    }

    private void found(Node parent, TreePath path, MessageWriter out) throws IOException {
        FileFacts facts = folder.facts(path);
        attributes.entry(served.found(parent, path.name(), facts), path, facts, AttributeRequests.KEPT, out);
    }

    void makeLink(Node parent, MessageReader in, MessageWriter out) throws IOException {
        TreePath path = served.child(parent, in.text());
        String target = in.text();
        if (!replay.made(in.uid(), path)) {
            Maker maker = maker(path.parent(), in);
            folder.makeLink(path, target, maker.uid(), maker.group());
        }
        found(parent, path, out);
    }

    void readLink(Node node, MessageWriter out) throws IOException {
        out.bytes(folder.tree().readLink(served.path(node)).getBytes(StandardCharsets.UTF_8));
    }

    /// The guest takes the two names for two files, and would keep what it knows of the first: that it has one name.
    void hardLink(Node parent, MessageReader in, MessageWriter out) throws IOException, InterruptedException {
        Node existing = nodes.get(in.u64());
        TreePath path = served.child(parent, in.text());
        folder.hardLink(path, served.path(existing));
        existing.changedByGuest();
        existing.linked();
        served.forgetting.attributes(List.of(existing.id));
        found(parent, path, out);
    }

    void makeFolder(Node parent, MessageReader in, MessageWriter out) throws IOException {
        int permissions = in.u32();
        in.u32();
        TreePath path = served.child(parent, in.text());
        if (!replay.made(in.uid(), path)) {
            Maker maker = maker(path.parent(), in);
            folder.makeFolder(path, permissions | (maker.groupIsGiven() ? GIVES_GROUP : 0), maker.uid(), maker.group());
        }
        found(parent, path, out);
    }

    /// Pipes, sockets and devices would have to be the host's. Ordinary files may be made this way, too.
    void makeNode(Node parent, MessageReader in, MessageWriter out) throws IOException {
        int mode = in.u32();
        in.skip(12);
        TreePath path = served.child(parent, in.text());
        int type = mode & FileFacts.TYPE;
        if (type != FileFacts.FILE && type != 0) {
            throw new Refused(Errno.EPERM);
        }
        if (!replay.made(in.uid(), path)) {
            Maker maker = maker(path.parent(), in);
            HostTree.OpenMode open = new HostTree.OpenMode(false, true, false);
            folder.create(path, open, mode & FileFacts.PERMISSIONS, maker.uid(), maker.group())
                    .close();
        }
        found(parent, path, out);
    }

    void rename(Node parent, MessageReader in, boolean withFlags) throws IOException {
        Node target = nodes.get(in.u64());
        int flags = withFlags ? in.u32() : 0;
        if (withFlags) {
            in.u32();
        }
        String name = in.text();
        String newName = in.text();
        TreePath from = served.child(parent, name);
        TreePath to = served.child(target, newName);
        if ((flags & ~NO_REPLACE) != 0) {
            throw new Refused(Errno.EINVAL);
        }
        if (flags == NO_REPLACE && isThere(to)) {
            throw new Refused(Errno.EEXIST);
        }
        if (from.equals(to)) {
            folder.facts(from);
            return;
        }
        var replaced = nodes.at(target, newName);
        if (replaced.isPresent()) {
            served.remember(replaced.get(), to);
        }
        folder.move(from, to);
        nodes.moved(parent, name, target, newName);
    }

    private boolean isThere(TreePath path) throws IOException {
        try {
            folder.facts(path);
            return true;
        } catch (IOException e) {
            if (Errno.of(e) == Errno.ENOENT) {
                return false;
            }
            throw e;
        }
    }

    void delete(Node parent, MessageReader in, boolean isFolder) throws IOException, InterruptedException {
        String name = in.text();
        TreePath path = served.child(parent, name);
        var node = nodes.at(parent, name);
        if (!replay.deleted(in.uid(), path)) {
            if (node.isPresent() && !isFolder) {
                served.remember(node.get(), path);
            }
            folder.delete(path, isFolder);
        }
        if (node.isPresent()) {
            nodes.lost(node.get());
            if (node.get().hasManyNames()) {
                served.forgetting.attributes(nodes.otherNames(node.get()));
            }
        }
    }

    void forget(MessageReader in) throws BadMessage {
        nodes.forget(in.node(), in.u64());
    }

    void forgetMany(MessageReader in) throws BadMessage {
        int count = in.u32();
        in.u32();
        for (int i = 0; i < count; i++) {
            nodes.forget(in.u64(), in.u64());
        }
    }
}
