package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/// One folder of the host, as the server uses it. No method follows a link, anywhere in a path. Any thread may call.
interface HostTree {
    /// Whether files have numbers that stay when they move, and that no other file has.
    boolean numbered();

    /// What is at the path.
    FileFacts facts(TreePath path) throws IOException;

    /// Opens a file that is there.
    FileChannel open(TreePath path, OpenMode mode) throws IOException;

    /// Makes a file; fails if something is there.
    ///
    /// @param permissions the lowest nine bits
    FileChannel create(TreePath path, OpenMode mode, int permissions) throws IOException;

    /// Names in a folder, in no order, without `.` and `..`.
    List<String> list(TreePath folder) throws IOException;

    void makeFolder(TreePath path, int permissions) throws IOException;

    /// Makes a link whose text is up to the caller; it is resolved by guests, never here.
    void makeLink(TreePath path, String target) throws IOException;

    String readLink(TreePath path) throws IOException;

    /// A second name for a file.
    void hardLink(TreePath path, TreePath existing) throws IOException;

    /// Moves, and replaces a file or an empty folder at the new path.
    void move(TreePath from, TreePath to) throws IOException;

    void deleteFile(TreePath path) throws IOException;

    void deleteFolder(TreePath path) throws IOException;

    /// Sets the lowest nine bits, as far as the host has such.
    void setPermissions(TreePath path, int permissions) throws IOException;

    /// Sets times in nanoseconds since 1970; one that is `Long.MIN_VALUE` stays.
    void setTimes(TreePath path, long accessed, long modified) throws IOException;

    Room room() throws IOException;

    /// Room on the disk, in bytes.
    record Room(long total, long free, long usable) {}

    /// How a file is opened.
    record OpenMode(boolean read, boolean write, boolean truncate) {}
}
