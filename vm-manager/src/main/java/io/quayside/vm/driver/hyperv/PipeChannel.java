package io.quayside.vm.driver.hyperv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// A Windows named pipe. Opened as Java opens files for asynchronous use, because Windows lets reading and
/// writing through the same ordinary handle only one after the other, and a link into a guest reads all the
/// time. Never run on a Windows yet; the docker-java library opens docker's pipe the same way.
final class PipeChannel implements ByteChannel {
    private final AsynchronousFileChannel pipe;

    private PipeChannel(AsynchronousFileChannel pipe) {
        this.pipe = pipe;
    }

    static ByteChannel open(String path) throws IOException {
        return new PipeChannel(
                AsynchronousFileChannel.open(Path.of(path), StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return await(pipe.read(buffer, 0));
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        return await(pipe.write(buffer, 0));
    }

    private int await(Future<Integer> count) throws IOException {
        try {
            return count.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(count.exceptionNow().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pipe.close();
            throw new ClosedByInterruptException();
        }
    }

    @Override
    public boolean isOpen() {
        return pipe.isOpen();
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
