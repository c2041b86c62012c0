package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.store.HostSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a machine go on that stands still because the host's disk was full, once there is room again. One
/// virtual thread asks the file system how much is free, and the hypervisor only when that is little or has
/// just grown.
final class DiskWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    /// Above that nothing can have stopped a machine.
    private static final long PLENTY = 1L << 30;

    /// Less isn't worth going on with: the next write would stop it again.
    private static final long ENOUGH = 64L << 20;

    private final RunningVm vm;
    private final Path folder;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean scarce = true;

    private DiskWatch(RunningVm vm, Path folder) {
        this.vm = vm;
        this.folder = folder;
    }

    /// Watches until closed, or until the machine ends; a machine that can't be let go on isn't watched.
    static DiskWatch start(RunningVm vm, Path folder) {
        DiskWatch watch = new DiskWatch(vm, folder);
        if (vm instanceof ResizableVm) {
            Thread.ofVirtual().name("guest disk").start(watch::run);
        }
        return watch;
    }

    private void run() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) && vm.alive()) {
                try {
                    look();
                } catch (VmException e) {
                    LOG.debug("The machine's disk can't be watched: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws VmException {
        long free = HostSpace.free(folder);
        boolean wasScarce = scarce;
        scarce = free < PLENTY;
        if ((scarce || wasScarce) && free >= ENOUGH && waitsForRoom() && vm instanceof ResizableVm resizable) {
            LOG.info("{} bytes are free again in {}: the machine goes on", free, folder);
            resizable.resume();
        }
    }

    private boolean waitsForRoom() throws VmException {
        Optional<VmProblem> trouble = vm.trouble();
        return trouble.isPresent() && trouble.get() instanceof VmProblem.HostDiskFull;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
