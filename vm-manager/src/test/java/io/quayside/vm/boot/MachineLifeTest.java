package io.quayside.vm.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostState;
import io.quayside.engine.host.StartStep;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.Machines;
import io.quayside.vm.VmEngineHost;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.GuestInfo;
import io.quayside.vm.model.GuestStep;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.MachineLock;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One real machine through its life, in order, because a start takes half a minute without acceleration.
@Tag("vm")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MachineLifeTest {
    private static final Logger LOG = LoggerFactory.getLogger(MachineLifeTest.class);
    private static final String NAME = "dev";

    private static AppDirs dirs;
    private static Machines machines;
    private static LiveMachine machine;

    @BeforeAll
    static void start() throws Exception {
        RealVm.image();
        dirs = RealVm.folder();
        machines = RealVm.machines(dirs);
        machines.create(NAME, new Resources(2, 1024, 4), Map.of());
        List<String> steps = new ArrayList<>();
        machine = machines.start(NAME, timed(steps));
        LOG.info("first start: {}; guest: {}", steps, machine.guest().steps());
        assertTrue(GuestEngine.importBusybox(machine).contains(" 200 "));
    }

    private static StartListener timed(List<String> steps) {
        long began = System.nanoTime();
        return step -> steps.add((System.nanoTime() - began) / 1_000_000 + " ms " + step);
    }

    @AfterAll
    static void end() throws Exception {
        if (dirs != null) {
            machines.stop(NAME);
            machines.close();
            PrivateFiles.deleteTree(dirs.data().getParent());
        }
    }

    @Test
    @Order(1)
    void containerRunsInTheGuestsKernel() throws Exception {
        String kernel = RealVm.image().kernel();
        assertEquals(
                kernel + "\nexit 0",
                GuestEngine.run(machine, "first", ContainerSpec.of(TestImages.BUSYBOX, "uname", "-r")));
    }

    @Test
    @Order(2)
    void guestSaysHowItIs() throws Exception {
        GuestInfo info = machine.guest().info();
        LOG.info("{}", info);
        assertEquals("running", info.engine());
        assertTrue(info.memoryTotalBytes() > 900L << 20, () -> info.toString());
        assertTrue(info.memoryUsedBytes() < 160L << 20, () -> info.toString());
        assertEquals(MachineState.RUNNING, machines.inspect(NAME).state());
        assertTrue(machine.guest().log("engine", 4000).contains("API listen on"));
    }

    @Test
    @Order(3)
    void clockFollowsTheHost() throws Exception {
        GuestEngine.inGuest(machine, "date -s 2020-01-01");
        assertTrue(machine.guest().syncTime().compareTo(Duration.ofDays(1000)) > 0);
        Duration off = Duration.between(machine.guest().info().clock(), Instant.now());
        assertTrue(off.abs().compareTo(Duration.ofMinutes(1)) < 0, off::toString);
    }

    @Test
    @Order(4)
    void secondLockIsRefusedWhileOneWorks() throws Exception {
        try (Machines other = RealVm.machines(dirs);
                MachineLock lock = MachineLock.take(MachineFiles.of(dirs, NAME), NAME)) {
            VmException busy = assertThrows(VmException.class, () -> other.stop(NAME));
            assertEquals(true, busy.problem() instanceof VmProblem.BusyElsewhere && lock != null);
        }
    }

    @Test
    @Order(5)
    void diskGrowsWhileItRuns() throws Exception {
        long before = machine.guest().info().diskTotalBytes();
        machines.resize(NAME, new Resources(2, 1024, 8));
        long after = machine.guest().info().diskTotalBytes();
        assertTrue(after > before + (3L << 30), () -> before + " -> " + after);
        VmException smaller = assertThrows(VmException.class, () -> machines.resize(NAME, new Resources(2, 1024, 4)));
        assertEquals(new VmProblem.DiskCannotShrink(8, 4), smaller.problem());
    }

    @Test
    @Order(6)
    void deletedDataLeavesTheHostsDisk() throws Exception {
        long before = blocks();
        GuestEngine.inGuest(machine, "dd if=/dev/urandom of=/data/big bs=1M count=100 && sync");
        long full = blocks();
        GuestEngine.inGuest(machine, "rm /data/big && sync");
        machine.guest().trim();
        long after = blocks();
        LOG.info("KiB on the host: {} -> {} -> {}", before, full, after);
        assertTrue(full > before + 90_000, () -> before + " -> " + full);
        assertTrue(after < full - 80_000, () -> full + " -> " + after);
    }

    private static long blocks() {
        return DiskUse.kibibytes(MachineFiles.of(dirs, NAME).dataDisk());
    }

    @Test
    @Order(7)
    void publishedPortsComeAndGoOnTheHost() throws Exception {
        int tcp = freePort();
        GuestEngine.start(machine, "web", "80/tcp", new PortBinding("127.0.0.1", tcp + ""), "httpd -f -p 80 -h /www");
        await(() -> machines.ports(NAME).orElseThrow().opened().stream().anyMatch(f -> f.port() == tcp));
        String url = "http://127.0.0.1:" + tcp + "/";
        try (InputStream in = URI.create(url).toURL().openStream()) {
            assertEquals("hello from quayside\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            engine.containers().kill("web", "KILL");
        }
        await(() -> machines.ports(NAME).orElseThrow().opened().isEmpty());
        new ServerSocket(tcp, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    @Order(8)
    void engineThatIsKilledComesBack() throws Exception {
        String before = GuestEngine.inGuest(machine, "cat /run/dockerd.pid");
        GuestEngine.inGuest(machine, "kill -9 " + before);
        await(() -> readySteps() == 2);
        assertEquals(
                "again\nexit 0",
                GuestEngine.run(machine, "after-kill", ContainerSpec.of(TestImages.BUSYBOX, "echo", "again")));
    }

    private static long readySteps() throws Exception {
        return machine.guest().steps().stream()
                .map(GuestStep::name)
                .filter("engine-ready"::equals)
                .count();
    }

    @Test
    @Order(9)
    void anotherProcessFindsTheRunningMachine() throws Exception {
        long pid = machine.vm().pid();
        machines.close();
        machines = RealVm.machines(dirs);
        assertEquals(MachineState.RUNNING, machines.inspect(NAME).state());
        machine = machines.start(NAME, StartListener.none());
        assertEquals(pid, machine.vm().pid());
        assertEquals("running", machine.guest().info().engine());
    }

    @Test
    @Order(10)
    void killedMachineStartsAgainWithItsData() throws Exception {
        GuestEngine.run(
                machine, "writer", GuestEngine.withData("kept", "echo precious > /data/file; sync; echo written"));
        machine.vm().kill();
        assertTrue(machine.vm().awaitEnd(Duration.ofSeconds(10)));
        assertEquals(MachineState.STOPPED, machines.inspect(NAME).state());
        List<String> steps = new ArrayList<>();
        machine = machines.start(NAME, timed(steps));
        LOG.info("start after a kill: {}; guest: {}", steps, machine.guest().steps());
        assertEquals(
                "precious\nexit 0", GuestEngine.run(machine, "reader", GuestEngine.withData("kept", "cat /data/file")));
    }

    @Test
    @Order(11)
    void windowsHostFollowsTheMachine() throws Exception {
        VmEngineHost host = new VmEngineHost(machines, NAME);
        assertEquals(HostPhase.RUNNING, host.refresh().phase());
        host.stop();
        assertEquals(HostPhase.STOPPED, host.state().phase());
        host.start();
        assertEquals(
                List.of(
                        "Checking the disk",
                        "Starting the virtual machine",
                        "Starting Linux",
                        "Starting Docker",
                        "Connecting"),
                host.state().steps().stream().map(StartStep::name).toList());
        machine = machines.connected(NAME).orElseThrow();
        machine.vm().kill();
        HostState ended = host.await(state -> state.phase() == HostPhase.FAILED, Duration.ofSeconds(30));
        assertEquals("vm-ended", ended.problem().orElseThrow().code());
        host.start();
        machine = machines.connected(NAME).orElseThrow();
    }

    @Test
    @Order(12)
    void runningMachineIsNotDeleted() {
        VmException refused = assertThrows(VmException.class, () -> machines.delete(NAME));
        assertEquals(new VmProblem.StillInUse(NAME), refused.problem());
    }

    @Test
    @Order(13)
    void stopEndsTheMachineAndItsLeftovers() throws Exception {
        long began = System.nanoTime();
        machines.stop(NAME);
        LOG.info("stop took {} ms", (System.nanoTime() - began) / 1_000_000);
        assertEquals(MachineState.STOPPED, machines.inspect(NAME).state());
        MachineFiles files = MachineFiles.of(dirs, NAME);
        assertEquals(false, Files.exists(files.process()));
        machines.stop(NAME);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it never came true");
            Thread.sleep(200);
        }
    }
}
