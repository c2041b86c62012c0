package io.quayside.vm.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostState;
import io.quayside.engine.host.StartStep;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.stream.LogStream;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.Machines;
import io.quayside.vm.VmEngineHost;
import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.GuestLog;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.GuestInfo;
import io.quayside.vm.model.GuestStep;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.DataDisk;
import io.quayside.vm.store.HostSpace;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.MachineLock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One real machine through its life, in order.
@Tag("vm")
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MachineLifeTest {
    private static final Logger LOG = LoggerFactory.getLogger(MachineLifeTest.class);
    private static final String NAME = SharedMachine.NAME;
    private static final int DISK_GIB = 8;

    private static LiveMachine machine;

    @BeforeAll
    static void start() throws Exception {
        machine = SharedMachine.get();
        // Through a raw stream to the engine's socket in the guest.
        assertTrue(GuestEngine.importBusybox(machine).contains(" 200 "));
    }

    @Test
    @Order(1)
    void startHasItsSteps() {
        assertEquals(
                List.of(
                        "Checking the disk",
                        "Starting the virtual machine",
                        "Starting Linux",
                        "Starting Docker",
                        "Connecting"),
                SharedMachine.host().state().steps().stream()
                        .map(StartStep::name)
                        .toList());
        assertEquals(HostPhase.RUNNING, SharedMachine.host().refresh().phase());
    }

    @Test
    @Order(2)
    void containerRunsInTheGuestsKernel() throws Exception {
        String kernel = RealVm.image().kernel();
        assertEquals(
                kernel + "\nexit 0",
                GuestEngine.run(machine, "first", ContainerSpec.of(TestImages.BUSYBOX, "uname", "-r")));
    }

    @Test
    @Order(3)
    void guestSaysHowItIs() throws Exception {
        GuestInfo info = machine.guest().info();
        LOG.info("{}", info);
        assertEquals("running", info.engine());
        assertTrue(info.memoryTotalBytes() > 900L << 20, () -> info.toString());
        assertTrue(info.memoryUsedBytes() < 160L << 20, () -> info.toString());
        assertEquals(MachineState.RUNNING, machines().inspect(NAME).state());
        assertEquals(Optional.empty(), machines().inspect(NAME).problem());
        assertTrue(machine.guest().log("engine", 32 << 10).contains("API listen on"));
    }

    private static Machines machines() {
        return SharedMachine.machines();
    }

    @Test
    @Order(4)
    void clockFollowsTheHost() throws Exception {
        GuestEngine.inGuest(machine, "date -s 2020-01-01");
        assertTrue(machine.guest().syncTime().compareTo(Duration.ofDays(1000)) > 0);
        Duration off = Duration.between(machine.guest().info().clock(), Instant.now());
        assertTrue(off.abs().compareTo(Duration.ofMinutes(1)) < 0, off::toString);
    }

    @Test
    @Order(5)
    void secondQuaysideIsToldThatTheFirstHasTheMachine() throws Exception {
        try (Machines other = RealVm.machines(SharedMachine.dirs())) {
            VmException connected = assertThrows(VmException.class, () -> other.start(NAME, StartListener.none()));
            assertEquals(new VmProblem.ConnectedElsewhere(NAME, files().linkLock()), connected.problem());
            VmEngineHost second = new VmEngineHost(other, NAME);
            second.start();
            assertEquals(HostPhase.RUNNING, second.state().phase());
            try (MachineLock lock = MachineLock.take(files(), NAME)) {
                VmException busy = assertThrows(VmException.class, () -> other.stop(NAME));
                assertEquals(true, busy.problem() instanceof VmProblem.BusyElsewhere && lock != null);
            }
        }
        assertEquals(true, DataDisk.isInUse(files().dataDisk()));
    }

    private static MachineFiles files() {
        return MachineFiles.of(SharedMachine.dirs(), NAME);
    }

    @Test
    @Order(6)
    void diskGrowsWhileItRuns() throws Exception {
        long before = machine.guest().info().diskTotalBytes();
        machines().resize(NAME, new Resources(2, 1024, DISK_GIB));
        long after = machine.guest().info().diskTotalBytes();
        assertTrue(after > before + (3L << 30), () -> before + " -> " + after);
        VmException smaller = assertThrows(VmException.class, () -> machines().resize(NAME, new Resources(2, 1024, 4)));
        assertEquals(new VmProblem.DiskCannotShrink(DISK_GIB, 4), smaller.problem());
    }

    @Test
    @Order(7)
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
        return DiskUse.kibibytes(files().dataDisk());
    }

    @Test
    @Order(8)
    void publishedPortsComeAndGoOnTheHost() throws Exception {
        int tcp = freePort();
        GuestEngine.start(machine, "web", "80/tcp", new PortBinding("127.0.0.1", tcp + ""), "httpd -f -p 80 -h /www");
        await(() -> machines().ports(NAME).orElseThrow().opened().stream().anyMatch(f -> f.port() == tcp));
        String url = "http://127.0.0.1:" + tcp + "/";
        try (InputStream in = URI.create(url).toURL().openStream()) {
            assertEquals("hello from quayside\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            engine.containers().kill("web", "KILL");
        }
        await(() -> machines().ports(NAME).orElseThrow().opened().isEmpty());
        new ServerSocket(tcp, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    @Order(9)
    void fullDiskOfTheMachineIsSaidAndGrows() throws Exception {
        long free = machine.guest().info().diskFreeBytes();
        GuestEngine.inGuest(machine, "busybox fallocate -l " + (free - (8 << 20)) + " /data/full");
        VmProblem full = machines().inspect(NAME).problem().orElseThrow();
        assertInstanceOf(VmProblem.DataDiskFull.class, full);
        machines().resize(NAME, new Resources(2, 1024, DISK_GIB + 1));
        assertEquals(Optional.empty(), machines().inspect(NAME).problem());
        GuestEngine.inGuest(machine, "rm /data/full");
    }

    @Test
    @Order(10)
    void fullDiskOfTheHostStopsTheMachineUntilThereIsRoom() throws Exception {
        String script = "dd if=/dev/urandom of=/tmp/made bs=1M count=120 && cp /tmp/made /data/made && sync"
                + " && echo 3 >/proc/sys/vm/drop_caches && cmp /tmp/made /data/made && echo same; rm /tmp/made /data/made";
        Path ballast = files().folder().resolve("ballast");
        Command.of("fallocate", "-l", HostSpace.free(files().folder()) - (40L << 20) + "", ballast.toString())
                .run()
                .orFail();
        FutureTask<String> writing = new FutureTask<>(() -> GuestEngine.inGuest(machine, script));
        Thread.ofVirtual().name("writer").start(writing);
        await(() -> machines().inspect(NAME).problem().isPresent());
        MachineStatus waits = machines().inspect(NAME);
        assertEquals(MachineState.DEGRADED, waits.state());
        assertInstanceOf(VmProblem.HostDiskFull.class, waits.problem().orElseThrow());
        assertEquals(HostPhase.DEGRADED, SharedMachine.host().refresh().phase());
        Files.delete(ballast);
        assertTrue(writing.get(5, TimeUnit.MINUTES).endsWith("same"), writing::toString);
        assertEquals(Optional.empty(), machines().inspect(NAME).problem());
        assertEquals(HostPhase.RUNNING, SharedMachine.host().refresh().phase());
    }

    @Test
    @Order(11)
    void clockIsRightAfterTheMachineStoodStill() throws Exception {
        ResizableVm vm = (ResizableVm) machine.vm();
        machine.guest().syncTime();
        vm.pause();
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        await(() -> System.nanoTime() > until);
        vm.resume();
        Duration behind = machine.guest().syncTime();
        LOG.info("after five seconds the guest was {} behind", behind);
        assertTrue(behind.compareTo(Duration.ofSeconds(4)) > 0, behind::toString);
        assertTrue(machine.guest().syncTime().abs().compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    @Order(12)
    void engineThatIsKilledComesBack() throws Exception {
        String before = GuestEngine.inGuest(machine, "cat /run/dockerd.pid");
        try (GuestLog log = machine.guest().follow("engine", 1 << 20)) {
            awaitLine(log, "API listen on /run/docker.sock");
            GuestEngine.inGuest(machine, "kill -9 " + before);
            awaitLine(log, "API listen on /run/docker.sock");
        }
        await(() -> readySteps() == 2);
        assertEquals(
                "again\nexit 0",
                GuestEngine.run(machine, "after-kill", ContainerSpec.of(TestImages.BUSYBOX, "echo", "again")));
    }

    private static void awaitLine(GuestLog log, String text) throws Exception {
        while (log.next().orElseThrow().stream().noneMatch(line -> line.contains(text))) {
            LOG.debug("not yet: {}", text);
        }
    }

    private static long readySteps() throws Exception {
        return machine.guest().steps().stream()
                .map(GuestStep::name)
                .filter("engine-ready"::equals)
                .count();
    }

    @Test
    @Order(13)
    void anotherProcessFindsTheRunningMachine() throws Exception {
        long pid = machine.vm().pid();
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
        assertEquals(pid + "", session, "a signal to our terminal would end it");
        SharedMachine.forget();
        assertEquals(MachineState.RUNNING, machines().inspect(NAME).state());
        machine = SharedMachine.get();
        assertEquals(pid, machine.vm().pid());
        assertEquals("running", machine.guest().info().engine());
    }

    @Test
    @Order(14)
    void whatWasWrittenDurablyOutlivesAPowerCut() throws Exception {
        String script =
                "i=0; while :; do i=$((i+1)); echo $i | dd of=/data/log oflag=append conv=notrunc,fsync 2>/dev/null;"
                        + " echo $i; done";
        int said = 0;
        List<LiveMachine> connections = new CopyOnWriteArrayList<>();
        Runnable away = machines().onConnected(NAME, connections::add);
        LiveMachine first = machine;
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String writer = engine.containers()
                    .create(GuestEngine.withData("kept", script), CreateOptions.named("writer"))
                    .id();
            engine.containers().start(writer);
            try (LogStream logs = engine.containers().logs(writer, LogQuery.following())) {
                while (said < 20) {
                    String line = new String(logs.next().orElseThrow().bytes(), StandardCharsets.UTF_8);
                    said = Integer.parseInt(line.strip().lines().toList().getLast());
                }
            }
            machine.vm().kill();
        }
        HostState ended = SharedMachine.host().await(state -> state.phase() == HostPhase.FAILED, Duration.ofMinutes(1));
        assertEquals("vm-ended", ended.problem().orElseThrow().code());
        assertEquals(MachineState.STOPPED, machines().inspect(NAME).state());
        machine = SharedMachine.get();
        away.run();
        assertEquals(List.of(first, machine), connections);
        String log = GuestEngine.run(machine, "reader", GuestEngine.withData("kept", "cat /data/log"));
        List<String> lines = log.lines().toList();
        int durable = lines.size() - 1;
        LOG.info("said {}, found {}", said, durable);
        assertTrue(durable >= said, log);
        assertEquals(IntStream.rangeClosed(1, durable).mapToObj(String::valueOf).toList(), lines.subList(0, durable));
    }

    @Test
    @Order(15)
    void runningMachineIsNotDeleted() {
        VmException refused = assertThrows(VmException.class, () -> machines().delete(NAME));
        assertEquals(new VmProblem.StillInUse(NAME), refused.problem());
    }

    @Test
    @Order(16)
    void stopByAnotherQuaysideIsInGoodOrderAndLeavesNothing() throws Exception {
        long began = System.nanoTime();
        try (Machines other = RealVm.machines(SharedMachine.dirs())) {
            other.stop(NAME);
        }
        LOG.info("stop took {} ms", (System.nanoTime() - began) / 1_000_000);
        assertEquals(true, machine.stopping());
        SharedMachine.host().await(state -> state.phase() == HostPhase.STOPPED, Duration.ofMinutes(1));
        assertEquals(MachineState.STOPPED, machines().inspect(NAME).state());
        assertEquals(false, Files.exists(files().process()));
        assertEquals(false, DataDisk.isInUse(files().dataDisk()));
        machines().stop(NAME);
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
