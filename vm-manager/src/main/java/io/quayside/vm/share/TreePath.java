package io.quayside.vm.share;

import java.util.Arrays;

/// A place in a shared folder: names from its root down. Names are checked when they are added, so no path
/// leads out by its words.
final class TreePath {
    static final TreePath ROOT = new TreePath(new String[0]);
    private static final int LONGEST_NAME = 255;
    private static final int DEEPEST = 512;

    private final String[] names;

    private TreePath(String[] names) {
        this.names = names;
    }

    /// @param names each was checked when it was first used, by [#child(String)]
    static TreePath of(String... names) {
        return new TreePath(names);
    }

    /// @throws Refused for a name that isn't one: empty, `.`, `..`, or with a separator in it
    TreePath child(String name) throws Refused {
        if (name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.indexOf('/') >= 0
                || name.indexOf('\0') >= 0) {
            throw new Refused(Errno.EINVAL);
        }
        if (name.length() > LONGEST_NAME || names.length >= DEEPEST) {
            throw new Refused(Errno.ENAMETOOLONG);
        }
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name;
        return new TreePath(more);
    }

    boolean isRoot() {
        return names.length == 0;
    }

    TreePath parent() {
        return isRoot() ? this : new TreePath(Arrays.copyOf(names, names.length - 1));
    }

    String name() {
        return isRoot() ? "" : names[names.length - 1];
    }

    int depth() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    boolean startsWith(TreePath other) {
        return names.length >= other.names.length
                && Arrays.equals(names, 0, other.names.length, other.names, 0, other.names.length);
    }

    /// This path after the folder or file at `from`, which it starts with, has moved.
    TreePath moved(TreePath from, TreePath to) {
        String[] all = Arrays.copyOf(to.names, to.names.length + names.length - from.names.length);
        System.arraycopy(names, from.names.length, all, to.names.length, names.length - from.names.length);
        return new TreePath(all);
    }

    /// With slashes, and without one at the start.
    String text() {
        return String.join("/", names);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreePath path && Arrays.equals(names, path.names);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names);
    }

    @Override
    public String toString() {
        return "/" + text();
    }
}
