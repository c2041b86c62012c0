package io.quayside.vm.share;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A request as Linux's FUSE client writes it (`include/uapi/linux/fuse.h`), little endian.
final class FuseMessage {
    static final int LOOKUP = 1;
    static final int FORGET = 2;
    static final int GETATTR = 3;
    static final int SETATTR = 4;
    static final int READLINK = 5;
    static final int SYMLINK = 6;
    static final int MKNOD = 8;
    static final int MKDIR = 9;
    static final int UNLINK = 10;
    static final int RMDIR = 11;
    static final int RENAME = 12;
    static final int LINK = 13;
    static final int OPEN = 14;
    static final int READ = 15;
    static final int WRITE = 16;
    static final int STATFS = 17;
    static final int RELEASE = 18;
    static final int FSYNC = 20;
    static final int GETXATTR = 22;
    static final int FLUSH = 25;
    static final int INIT = 26;
    static final int OPENDIR = 27;
    static final int READDIR = 28;
    static final int RELEASEDIR = 29;
    static final int ACCESS = 34;
    static final int CREATE = 35;
    static final int INTERRUPT = 36;
    static final int DESTROY = 38;
    static final int BATCH_FORGET = 42;
    static final int READDIRPLUS = 44;
    static final int RENAME2 = 45;

    private static final int HEADER = 40;

    private final ByteBuffer bytes;

    FuseMessage(int opcode, long unique, long node, int uid, int room) {
        bytes = ByteBuffer.allocate(HEADER + room).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0)
                .putInt(opcode)
                .putLong(unique)
                .putLong(node)
                .putInt(uid)
                .putInt(uid)
                .putLong(1);
    }

    FuseMessage u32(long value) {
        bytes.putInt((int) value);
        return this;
    }

    FuseMessage u64(long value) {
        bytes.putLong(value);
        return this;
    }

    FuseMessage text(String text) {
        return data(text.getBytes(StandardCharsets.UTF_8)).data(new byte[1]);
    }

    FuseMessage data(byte[] data) {
        bytes.put(data);
        return this;
    }

    byte[] whole() {
        byte[] message = new byte[bytes.position()];
        bytes.putInt(0, message.length).get(0, message);
        return message;
    }
}
