package io.quayside.vm.lifecycle;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.guest.GuestLink;
import io.quayside.vm.idle.Wakefulness;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.security.MachineKeys;
import io.quayside.vm.share.MountedShares;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.MachineLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A machine that runs and whose guest answers; its clock is kept right meanwhile. Closing it lets go of the
/// connections; the
/// machine goes on.
public final class LiveMachine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMachine.class);

    private final MachineConfig config;
    private final MachineFiles files;
    private final RunningVm vm;
    private final Guest guest;
    private final Wakefulness wakefulness;
    private final MountedShares shares;
    private final GuestSteps steps;
    private final MachineLock link;
    private final ClockWatch clock;
    private final DiskWatch disk;

    LiveMachine(
            MachineConfig config,
            MachineFiles files,
            RunningVm vm,
            Guest guest,
            MountedShares shares,
            GuestSteps steps,
            MachineLock link) {
        this.config = config;
        this.files = files;
        this.vm = vm;
        this.guest = guest;
        this.steps = steps;
        this.link = link;
        wakefulness = new Wakefulness(MachineSleeper.of(vm, guest, files), System::nanoTime);
        clock = ClockWatch.start(guest, wakefulness);
        this.shares = shares;
        disk = DiskWatch.start(vm, files.folder());
        // A guest that this process has lost may speak with the next one.
        guest.link().ended().thenRun(link::close);
    }

    public MachineConfig config() {
        return config;
    }

    public MachineFiles files() {
        return files;
    }

    /// The hypervisor's side.
    public RunningVm vm() {
        return vm;
    }

    /// The guest's side.
    public Guest guest() {
        return guest;
    }

    /// The folders of this computer that it sees.
    public MountedShares shares() {
        return shares;
    }

    /// For streams into the guest.
    public GuestLink link() {
        return guest.link();
    }

    /// Whether it sleeps, and who needs it awake.
    public Wakefulness wakefulness() {
        return wakefulness;
    }

    /// Whether the guest has begun to stop because somebody asked it to, perhaps another process.
    public boolean stopping() {
        return steps.stopping();
    }

    /// Where its engine answers by TCP, also when this process is gone.
    public EngineEndpoint endpoint() {
        return endpoint(config, files);
    }

    /// Where the engine of a machine answers when it runs.
    public static EngineEndpoint endpoint(MachineConfig config, MachineFiles files) {
        return new EngineEndpoint.TlsTcp(
                "127.0.0.1", config.enginePort(), new MachineKeys(files.keys()).clientMaterial());
    }

    /// A sleeping machine is woken first: nobody would do it later.
    @Override
    public void close() {
        try {
            wakefulness.resume();
        } catch (VmException e) {
            LOG.info("A sleeping machine wasn't woken: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.close();
        shares.close();
        disk.close();
        guest.close();
        link.close();
        vm.close();
    }
}
