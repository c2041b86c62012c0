package io.quayside.vm.disk;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Files with holes, which take less room on the host than their size.
public final class SparseFile {
    private static final int CHUNK = 1 << 20;
    private static final int BLOCK = 4 << 10;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private SparseFile() {}

    /// What the file takes on the host, in bytes; where files have no holes, its size.
    public static long allocated(Path file) throws IOException, InterruptedException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Files.size(file);
        }
        return allocated(new SystemProcessRunner(), file);
    }

    static long allocated(ProcessRunner runner, Path file) throws IOException, InterruptedException {
        try {
            ProcessRequest request =
                    ProcessRequest.of("du", "-k", file.toRealPath().toString()).withDeadline(LIMIT);
            ProcessOutcome outcome = runner.run(request);
            String first = outcome.output().split("\\s", 2)[0];
            if (!outcome.succeeded() || !first.matches("\\d+")) {
                throw new IOException("du: " + outcome.errors());
            }
            return Long.parseLong(first) << 10;
        } catch (ProcessFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Copies what isn't zero into a new file of the same size that only the user may read, and makes sure
    /// that it is on the disk.
    static void copy(Path from, Path to, DiskProgress progress) throws IOException {
        PrivateFiles.createSparse(to, Math.max(1, Files.size(from)));
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                RandomAccessFile file = new RandomAccessFile(to.toFile(), "rw");
                FileChannel out = file.getChannel()) {
            long size = in.size();
            file.setLength(0); // the last byte of a new file takes a block
            file.setLength(size);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            for (long at = 0; at < size; at += chunk.limit()) {
                fill(in, chunk, at, (int) Math.min(CHUNK, size - at));
                writeBlocks(out, chunk, at);
                progress.copied(at + chunk.limit(), size);
            }
            out.force(true);
        }
    }

    private static void fill(FileChannel in, ByteBuffer chunk, long at, int length) throws IOException {
        chunk.clear().limit(length);
        while (chunk.hasRemaining()) {
            if (in.read(chunk, at + chunk.position()) < 0) {
                throw new IOException("the file became shorter while it was copied");
            }
        }
    }

    private static void writeBlocks(FileChannel out, ByteBuffer chunk, long at) throws IOException {
        for (int start = 0; start < chunk.limit(); start += BLOCK) {
            ByteBuffer block = chunk.slice(start, Math.min(BLOCK, chunk.limit() - start));
            if (!isZero(block)) {
                for (long to = at + start; block.hasRemaining(); ) {
                    to += out.write(block, to);
                }
            }
        }
    }

    private static boolean isZero(ByteBuffer block) {
        int at = 0;
        for (; at + Long.BYTES <= block.limit(); at += Long.BYTES) {
            if (block.getLong(at) != 0) {
                return false;
            }
        }
        for (; at < block.limit(); at++) {
            if (block.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
