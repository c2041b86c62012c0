package io.quayside.vm.share;

/// What the host says about a file, links not followed. Times are nanoseconds since 1970.
///
/// @param mode type and permissions as Linux has them in one number
/// @param number the same for the same file of a share
record FileFacts(int mode, long number, long links, long size, long accessed, long modified, long changed) {
    static final int TYPE = 0170000;
    static final int FOLDER = 0040000;
    static final int LINK = 0120000;
    static final int FILE = 0100000;
    static final int PERMISSIONS = 07777;

    int type() {
        return mode & TYPE;
    }

    boolean isFolder() {
        return type() == FOLDER;
    }

    boolean isLink() {
        return type() == LINK;
    }

    boolean isFile() {
        return type() == FILE;
    }

    FileFacts withoutName(long sizeNow) {
        return new FileFacts(mode, number, 0, sizeNow, accessed, modified, changed);
    }
}
