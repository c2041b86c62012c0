package io.quayside.vm.share;

/// What the protocol knows a file by.
///
/// @param version always 0: it tells Linux not to keep what it reads, so that a guest sees what the host wrote
/// @param path the same number for the same file
record Qid(int type, int version, long path) {
    static final int BYTES = 13;
    static final int FOLDER = 0x80;
    static final int LINK = 0x02;
    static final int FILE = 0;
}
