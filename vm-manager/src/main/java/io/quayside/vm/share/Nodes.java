package io.quayside.vm.share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files that one guest's kernel has numbers for. A file keeps its number while the kernel remembers it, wherever
/// guests move it, so programs that watch it go on; what the host puts in its place gets another one. Thread-safe.
final class Nodes {
    private final boolean numbered;
    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<Place, Node> byPlace = new HashMap<>();
    private final Node root;
    private long last = Node.ROOT;

    private record Place(long parent, String name) {}

    /// @param numbered whether the host has a number of its own for each file
    Nodes(FileFacts root, boolean numbered) {
        this.numbered = numbered;
        this.root = new Node(Node.ROOT, null, "", root);
        byId.put(Node.ROOT, this.root);
    }

    synchronized Node get(long id) throws Refused {
        Node node = byId.get(id);
        if (node == null) {
            throw new Refused(Errno.ESTALE);
        }
        return node;
    }

    /// Where it is.
    ///
    /// @throws Refused if it is no longer where the guest found it
    synchronized TreePath path(Node node) throws Refused {
        int depth = 0;
        for (Node at = node; at.parent != null; at = at.parent) {
            if (at.lost) {
                throw new Refused(Errno.ESTALE);
            }
            depth++;
        }
        String[] names = new String[depth];
        for (Node at = node; at.parent != null; at = at.parent) {
            names[--depth] = at.name;
        }
        return TreePath.of(names);
    }

    synchronized boolean isLost(Node node) {
        return node.lost;
    }

    /// The guest has looked at a name and found this; it will say when it forgets it.
    synchronized Node found(Node parent, String name, FileFacts facts) {
        Place place = new Place(parent.id, name);
        Node known = byPlace.get(place);
        if (known == null || !is(known, facts)) {
            lose(known);
            known = new Node(++last, parent, name, facts);
            byId.put(known.id, known);
            byPlace.put(place, known);
        }
        known.lookups++;
        return known;
    }

    /// Whether these are facts of the same file, not of one that took its name.
    boolean is(Node node, FileFacts facts) {
        return node.type == facts.type() && (!numbered || node.file == facts.number());
    }

    private void lose(@Nullable Node node) {
        if (node != null) {
            node.lost = true;
            byPlace.remove(new Place(idOf(node.parent), node.name), node);
        }
    }

    private static long idOf(@Nullable Node node) {
        return node == null ? 0 : node.id;
    }

    /// Its name leads elsewhere.
    synchronized void lost(Node node) {
        if (node.parent != null) {
            lose(node);
        }
    }

    synchronized Optional<Node> at(Node parent, String name) {
        return Optional.ofNullable(byPlace.get(new Place(parent.id, name)));
    }

    /// The number of what is at a path; 0 if the guest doesn't know of it.
    synchronized long at(TreePath path) {
        Node node = root;
        for (int i = 0; i < path.depth(); i++) {
            node = byPlace.get(new Place(node.id, path.name(i)));
            if (node == null) {
                return 0;
            }
        }
        return node.id;
    }

    /// A guest has moved what was at one name to another one; what was there is gone.
    synchronized void moved(Node from, String name, Node to, String newName) {
        lose(byPlace.get(new Place(to.id, newName)));
        Node node = byPlace.remove(new Place(from.id, name));
        if (node != null) {
            node.parent = to;
            node.name = newName;
            byPlace.put(new Place(to.id, newName), node);
        }
    }

    synchronized void forget(long id, long count) {
        Node node = byId.get(id);
        if (node == null || node.parent == null) {
            return;
        }
        node.lookups -= count;
        if (node.lookups <= 0) {
            byId.remove(id);
            byPlace.remove(new Place(idOf(node.parent), node.name), node);
        }
    }

    /// The numbers of a file's other names.
    synchronized List<Long> otherNames(Node node) {
        return byId.values().stream()
                .filter(other -> numbered && other.id != node.id && other.file == node.file && other.type == node.type)
                .map(other -> other.id)
                .toList();
    }

    synchronized int size() {
        return byId.size();
    }
}
