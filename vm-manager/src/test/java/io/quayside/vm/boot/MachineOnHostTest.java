package io.quayside.vm.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.Machines;
import io.quayside.vm.context.ContextState;
import io.quayside.vm.context.ContextState.Presence;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.idle.MemoryReturned;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.Resources;
import io.quayside.vm.ports.Forward.Protocol;
import io.quayside.vm.ports.ForwardState;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.ForwardStatus.Origin;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings;
import io.quayside.vm.store.PrivateFiles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one real machine is good for on the host: docker's own command line through the local socket,
/// ports, sleep and memory. In order, because a start takes half a minute without acceleration.
@Tag("vm")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MachineOnHostTest {
    private static final Logger LOG = LoggerFactory.getLogger(MachineOnHostTest.class);
    private static final String NAME = "host";
    private static final String CONTEXT = "quayside-host";

    private static AppDirs dirs;
    private static Path dockerFolder;
    private static Machines machines;
    private static LiveMachine machine;

    @BeforeAll
    static void start() throws Exception {
        RealVm.image();
        Assumptions.assumeTrue(Command.find("docker").isPresent(), "docker's command line isn't installed");
        dirs = RealVm.folder();
        dockerFolder = Files.createTempDirectory("qsdocker");
        machines = RealVm.machines(dirs, dockerFolder);
        machines.create(NAME, new Resources(2, 1024, 4), Map.of());
        machine = machines.start(NAME, StartListener.none());
        assertTrue(GuestEngine.importBusybox(machine).contains(" 200 "));
    }

    @AfterAll
    static void end() throws Exception {
        if (dirs != null) {
            machines.stop(NAME);
            machines.close();
            PrivateFiles.deleteTree(dirs.data().getParent());
            PrivateFiles.deleteTree(dockerFolder);
        }
    }

    @Test
    @Order(1)
    void dockersCommandLineUsesTheContext() throws Exception {
        assertEquals(new ContextState(CONTEXT, Presence.ABSENT, false), machines.dockerContext(NAME));
        assertEquals(new ContextState(CONTEXT, Presence.OURS, true), machines.addDockerContext(NAME, true));
        assertEquals(
                "host",
                docker("info", "--format", "{{.Name}}").orFail().output().strip());
        assertInstanceOf(EngineEndpoint.UnixSocket.class, machines.endpoint(NAME));
        docker("context", "use", "default").orFail();
        assertEquals("", docker("--context", CONTEXT, "ps", "-q").orFail().output());
    }

    @Test
    @Order(2)
    void endOfInputReachesTheContainer() {
        CommandResult counted =
                inMachine(new byte[3_000_000], "run", "--rm", "-i", TestImages.BUSYBOX, "sh", "-c", "wc -c; echo late");
        assertEquals("3000000\nlate\n", counted.orFail().output());
    }

    @Test
    @Order(3)
    void terminalsAndCommandsInContainersWork() {
        inMachine("run", "-d", "--name", "sleeper", TestImages.BUSYBOX, "sleep", "100000")
                .orFail();
        assertEquals(
                "in\n",
                inMachine(bytes("in\n"), "exec", "-i", "sleeper", "cat")
                        .orFail()
                        .output());
        String terminal = Command.of(
                        "script",
                        "-qec",
                        "docker --context " + CONTEXT
                                + " exec -it sleeper sh -c 'test -t 0 && test -t 1 && echo a terminal'",
                        "/dev/null")
                .withEnvironment("DOCKER_CONFIG", dockerFolder.toString())
                .run()
                .output();
        assertTrue(terminal.startsWith("a terminal"), terminal);
    }

    @Test
    @Order(4)
    void muchDataGoesBothWaysUnchanged() throws Exception {
        Path large = dockerFolder.resolve("large");
        byte[] content = new byte[100 << 20];
        new Random(7).nextBytes(content);
        Files.write(large, content);
        long began = System.nanoTime();
        inMachine("cp", large.toString(), "sleeper:/large").orFail();
        long in = System.nanoTime();
        inMachine("cp", "sleeper:/large", large + ".back").orFail();
        long out = System.nanoTime();
        LOG.info(
                "docker cp of 100 MiB: in {} MB/s, out {} MB/s",
                content.length * 1000L / (in - began),
                content.length * 1000L / (out - in));
        assertEquals(-1, Files.mismatch(large, Path.of(large + ".back")));
        Files.delete(Path.of(large + ".back"));
    }

    @Test
    @Order(5)
    void manyConnectionsAtOnceAllGetTheirAnswer() throws Exception {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        try (Engine engine = EngineFactory.connect(machines.endpoint(NAME))) {
            for (int i = 0; i < 60; i++) {
                CompletableFuture<String> answer = new CompletableFuture<>();
                answers.add(answer);
                Thread.ofVirtual().name("test").start(() -> {
                    try {
                        answer.complete(engine.containers().inspect("sleeper").name());
                    } catch (io.quayside.engine.error.EngineException e) {
                        answer.completeExceptionally(e);
                    }
                });
            }
            for (CompletableFuture<String> answer : answers) {
                assertEquals("sleeper", answer.get());
            }
        }
    }

    @Test
    @Order(6)
    void rulesLeadIntoTheMachineAndToContainers() throws Exception {
        inMachine("run", "-d", "--name", "web", TestImages.BUSYBOX, "httpd", "-f", "-p", "80", "-h", "/www")
                .orFail();
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<List<ForwardStatus>> heard = new CopyOnWriteArrayList<>();
            Runnable stop = machines.onForwards(NAME, heard::add);
            PortRule toWeb = new PortRule(Protocol.TCP, "127.0.0.1", free, "web", 80);
            PortRule conflict = new PortRule(Protocol.TCP, "127.0.0.1", taken.getLocalPort(), "", 2376);
            machines.setPorts(NAME, PortSettings.USUAL.withRules(List.of(toWeb, conflict)));
            ForwardStatus open =
                    new ForwardStatus(Protocol.TCP, "127.0.0.1", free, "web:80", Origin.RULE, new ForwardState.Open());
            await(() -> machines.forwards(NAME).contains(open));
            assertEquals("hello from quayside\n", fetch(free));
            assertEquals(
                    new ForwardState.Conflict(
                            "java, process " + ProcessHandle.current().pid()),
                    machines.forwards(NAME).get(1).state());
            assertEquals(machines.forwards(NAME), heard.getLast());
            stop.run();
        }
        machines.retryForwards(NAME);
        assertEquals(new ForwardState.Open(), machines.forwards(NAME).get(1).state());
    }

    @Test
    @Order(7)
    void portsComeBackAfterTheEngineWasRestarted() throws Exception {
        int port = freePort();
        GuestEngine.start(machine, "published", "80/tcp", new PortBinding("", port + ""), "httpd -f -p 80 -h /www");
        inMachine("update", "--restart", "always", "published", "web").orFail();
        await(() -> machines.ports(NAME).orElseThrow().opened().stream().anyMatch(f -> f.port() == port));
        assertEquals("hello from quayside\n", fetch(port));
        assertEquals(
                "127.0.0.1",
                machines.forwards(NAME).stream()
                        .filter(forward -> forward.port() == port)
                        .findFirst()
                        .orElseThrow()
                        .address());
        long starts = starts();
        machine.guest().restartEngine();
        await(() -> starts() > starts);
        await(() -> {
            try {
                return fetch(port).equals("hello from quayside\n");
            } catch (IOException e) {
                return false;
            }
        });
        machines.setPorts(NAME, PortSettings.USUAL);
        inMachine("rm", "-f", "published", "web", "sleeper").orFail();
        await(() -> machines.forwards(NAME).isEmpty());
    }

    private static long starts() throws Exception {
        return machine.guest().steps().stream()
                .filter(step -> step.name().equals("engine-ready"))
                .count();
    }

    @Test
    @Order(8)
    void memoryOfFilesGoesBackToTheHost() throws Exception {
        GuestEngine.inGuest(
                machine, "dd if=/dev/urandom of=/data/cached bs=1M count=400; cat /data/cached > /dev/null");
        MemoryReturned returned = machines.giveMemoryBack(NAME);
        LOG.info("QEMU's memory on the host: {} -> {} MiB", returned.before() >> 20, returned.after() >> 20);
        // Linux tells the host of large free blocks only, and memory is in pieces by now.
        assertTrue(returned.bytes() > 150L << 20, returned::toString);
        GuestEngine.inGuest(machine, "rm /data/cached");
    }

    @Test
    @Order(9)
    void sleepingMachineWakesWithTheFirstCommand() throws Exception {
        machines.pause(NAME);
        assertEquals(MachineState.PAUSED, machines.inspect(NAME).state());
        Duration before = cpuTime();
        Thread.sleep(3000);
        Duration used = cpuTime().minus(before);
        LOG.info("A machine that sleeps used {} ms of processor time in 3 s", used.toMillis());
        long began = System.nanoTime();
        inMachine("version").orFail();
        LOG.info("First command to a sleeping machine: {} ms", (System.nanoTime() - began) / 1_000_000);
        assertEquals(MachineState.RUNNING, machines.inspect(NAME).state());
        Duration off = Duration.between(machine.guest().info().clock(), Instant.now());
        assertTrue(off.abs().compareTo(Duration.ofMillis(1500)) < 0, off::toString);
    }

    private static Duration cpuTime() {
        return ProcessHandle.of(machine.vm().pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Test
    @Order(10)
    void fallsAsleepByItselfWhileSomebodyWaitsForEvents() throws Exception {
        ProcessBuilder docker = new ProcessBuilder("docker", "--context", CONTEXT, "events")
                .redirectErrorStream(true)
                .redirectOutput(dockerFolder.resolve("events").toFile());
        docker.environment().put("DOCKER_CONFIG", dockerFolder.toString());
        Process events = docker.start();
        try {
            machines.setIdle(NAME, new IdleSettings(1, true));
            await(() -> machines.inspect(NAME).state() == MachineState.PAUSED);
            assertTrue(events.isAlive());
            inMachine("run", "--rm", "--name", "heard", TestImages.BUSYBOX, "true")
                    .orFail();
            await(() -> Files.readString(dockerFolder.resolve("events")).contains("name=heard"));
        } finally {
            events.destroy();
            machines.setIdle(NAME, IdleSettings.USUAL);
        }
    }

    @Test
    @Order(11)
    void quaysideWakesItWhenItLetsGoAndDockerStillReachesIt() throws Exception {
        machines.pause(NAME);
        machines.close();
        assertEquals(
                "host",
                inMachine("info", "--format", "{{.Name}}").orFail().output().strip());
        assertInstanceOf(EngineEndpoint.TlsTcp.class, machines.endpoint(NAME));
        machines = RealVm.machines(dirs, dockerFolder);
        machine = machines.start(NAME, StartListener.none());
        assertInstanceOf(EngineEndpoint.UnixSocket.class, machines.endpoint(NAME));
    }

    @Test
    @Order(12)
    void machineThatAKilledQuaysideLeftAsleepIsWokenByTheNext() throws Exception {
        machines.pause(NAME);
        machine.link().close(); // what the end of a process does to its connections
        Machines next = RealVm.machines(dirs, dockerFolder);
        assertEquals(MachineState.PAUSED, next.inspect(NAME).state());
        machine = next.start(NAME, StartListener.none());
        machines = next;
        assertEquals(MachineState.RUNNING, machines.inspect(NAME).state());
    }

    @Test
    @Order(13)
    void processorsMemoryAndSwapChangeWithTheNextStart() throws Exception {
        machines.resize(NAME, new Resources(1, 768, 4));
        machines.setSwap(NAME, 128);
        machine = machines.restart(NAME, StartListener.none());
        assertEquals("1", GuestEngine.inGuest(machine, "nproc"));
        long memory = machine.guest().info().memoryTotalBytes() >> 20;
        assertTrue(memory > 600 && memory < 768, () -> memory + " MiB");
        String swap = GuestEngine.inGuest(machine, "cat /proc/swaps");
        assertTrue(swap.contains("/data/swap") && swap.contains("1310"), swap);
    }

    @Test
    @Order(14)
    void unusedBlocksOfTheDiskGoBackToTheHost() throws Exception {
        GuestEngine.inGuest(machine, "dd if=/dev/urandom of=/data/big bs=1M count=150 && sync");
        GuestEngine.inGuest(machine, "rm /data/big && sync");
        ShrinkReport running = machines.shrink(NAME, DiskProgress.none());
        machines.stop(NAME);
        ShrinkReport stopped = machines.shrink(NAME, DiskProgress.none());
        LOG.info("shrunk while it ran: {}; stopped: {}", running, stopped);
        assertTrue(running.onHostAfter() < running.usedInGuest() + (200L << 20), running::toString);
        assertTrue(stopped.onHostAfter() <= stopped.onHostBefore(), stopped::toString);
    }

    @Test
    @Order(15)
    void diskThatWasMovedStartsAndSwapThatWasTakenAwayIsGone() throws Exception {
        Path own = machines.diskFile(NAME).getParent();
        Path elsewhere = Files.createTempDirectory("qsdisk");
        Path moved = machines.moveDisk(NAME, elsewhere, DiskProgress.none());
        assertEquals(moved, machines.diskFile(NAME));
        machines.setSwap(NAME, 0);
        machine = machines.start(NAME, StartListener.none());
        assertTrue(inMachine("images", "-q").orFail().output().length() > 8);
        assertEquals("1", GuestEngine.inGuest(machine, "wc -l < /proc/swaps"));
        assertEquals("no", GuestEngine.inGuest(machine, "test -e /data/swap || echo no"));
        VmException runs = assertThrows(VmException.class, () -> machines.moveDisk(NAME, own, DiskProgress.none()));
        assertEquals(new VmProblem.StillInUse(NAME), runs.problem());
        machines.stop(NAME);
        Path back = machines.moveDisk(NAME, own, DiskProgress.none());
        assertEquals(back, machines.diskFile(NAME));
        assertEquals(own, back.getParent());
        PrivateFiles.deleteTree(elsewhere);
    }

    @Test
    @Order(16)
    void contextGoesWithTheUsersWord() throws Exception {
        assertEquals(new ContextState(CONTEXT, Presence.ABSENT, false), machines.removeDockerContext(NAME));
        assertEquals("default", docker("context", "ls", "-q").orFail().output().strip());
    }

    private static CommandResult inMachine(String... arguments) {
        return inMachine(new byte[0], arguments);
    }

    private static CommandResult inMachine(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "--context", CONTEXT));
        command.addAll(List.of(arguments));
        return run(input, command);
    }

    private static CommandResult docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return run(new byte[0], command);
    }

    private static CommandResult run(byte[] input, List<String> command) {
        return Command.of(command)
                .withEnvironment("DOCKER_CONFIG", dockerFolder.toString())
                .withInput(input)
                .run();
    }

    private static String fetch(int port) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it never came true");
            Thread.sleep(200);
        }
    }
}
