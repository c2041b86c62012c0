package io.quayside.vm.share;

import org.jspecify.annotations.Nullable;

/// A file that a guest's kernel has a number for, until it forgets it. Its name and place are kept by [Nodes].
final class Node {
    static final long ROOT = 1;

    final long id;
    final long file;
    final int type;

    @Nullable
    Node parent;

    String name;
    long lookups;
    /// Its name is gone or leads to another file now.
    boolean lost;

    private boolean told;
    private long toldSize;
    private long toldModified;
    private boolean manyNames;
    private volatile @Nullable Left left;

    Node(long id, @Nullable Node parent, String name, FileFacts facts) {
        this.id = id;
        this.parent = parent;
        this.name = name;
        file = facts.number();
        type = facts.type();
    }

    /// A file as it was when its name was taken away.
    record Left(FileFacts facts, Ownership.Owned owned) {}

    /// The guest gets these facts and may keep them, and what it reads from now on.
    synchronized void tell(FileFacts facts) {
        told = true;
        toldSize = facts.size();
        toldModified = facts.modified();
        manyNames |= facts.links() > 1;
    }

    /// The file has a second name.
    synchronized void linked() {
        manyNames = true;
    }

    /// Whether the file has, or had, other names, which are other nodes.
    synchronized boolean hasManyNames() {
        return manyNames && type == FileFacts.FILE;
    }

    /// The guest itself changes the file, and knows that what it was told is out of date.
    synchronized void changedByGuest() {
        told = false;
    }

    /// Whether what the guest may have kept is still so.
    synchronized boolean isAsTold(FileFacts facts) {
        return told && toldSize == facts.size() && toldModified == facts.modified();
    }

    /// Whether the guest may have kept what isn't so any more.
    synchronized boolean isOtherThanTold(FileFacts facts) {
        return told && !isAsTold(facts);
    }

    void leave(Left what) {
        left = what;
    }

    /// What is left of it. Of a file that the host replaced little is known.
    Left left() {
        Left known = left;
        return known != null
                ? known
                : new Left(new FileFacts(type | 0600, file, 0, 0, 0, 0, 0), Ownership.Owned.NOTHING);
    }
}
