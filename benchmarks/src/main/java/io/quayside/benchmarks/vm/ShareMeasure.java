package io.quayside.benchmarks.vm;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.Share;
import io.quayside.vm.store.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// 1,000 small files and one of 100 MB in a folder of this computer that the guest has mounted, by
/// Quayside's server and by QEMU's own (virtio-9p), in turns in one guest. Both are mounted by the same
/// kernel with the same caching; the guest's caches are empty before each step that reads.
final class ShareMeasure {
    private static final int TURNS = 3;
    private static final String DONE = "step done";
    private static final String PEER = "/tmp/peer";

    /// What is done in a mounted folder, the name of the folder in `$d`.
    private enum Step {
        CREATE(
                "create",
                "1,000 files",
                "mkdir $d/n; i=0; while [ $i -lt 1000 ]; do echo $i >$d/n/$i; i=$((i+1)); done"),
        STAT("stat", "ls -l of 1,000 files", "ls -l $d/n | wc -l | grep -qx 1001"),
        READ("read", "1,000 files", "cat $d/n/* | wc -l | grep -qx 1000"),
        DELETE("delete", "1,000 files", "rm -r $d/n"),
        WRITE_LARGE(
                "write-large",
                "100 MB until they are on the host",
                "dd if=/dev/zero of=$d/large bs=1M count=100 conv=fsync"),
        READ_LARGE("read-large", "100 MB", "dd if=$d/large of=/dev/null bs=1M");

        private final String figure;
        private final String what;
        private final String script;

        Step(String name, String what, String script) {
            figure = "vm-share-" + name;
            this.what = what;
            this.script = script;
        }

        private boolean needsEmptyCaches() {
            return this == STAT || this == READ || this == READ_LARGE;
        }
    }

    static final List<String> NAMES =
            Stream.of(Step.values()).map(step -> step.figure).toList();

    private final LiveMachine machine;
    private final String ours;

    private ShareMeasure(LiveMachine machine, String ours) {
        this.machine = machine;
        this.ours = ours;
    }

    static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        Path folder = Files.createTempDirectory("qsshare");
        Path mine = Files.createDirectory(folder.resolve("ours"));
        Path peer = Files.createDirectory(folder.resolve("peer"));
        try (BenchMachine bench = BenchMachine.sharing(mine, peer)) {
            return new ShareMeasure(bench.start(), Share.of(mine, false).guestPath()).compare();
        } catch (VmException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        } finally {
            PrivateFiles.deleteTree(folder);
        }
    }

    private List<Figure> compare() throws IOException, InterruptedException, NotMeasuredException {
        run("mountpoint() { grep -q \" $1 fuse.quayside \" /proc/mounts; }; mountpoint " + ours
                + " || exit 1; modprobe 9pnet_virtio; mkdir -p "
                + PEER
                + "; mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=mmap,access=user,noxattr peer "
                + PEER);
        Map<Step, List<Double>> own = new EnumMap<>(Step.class);
        Map<Step, List<Double>> other = new EnumMap<>(Step.class);
        for (int turn = 0; turn <= TURNS; turn++) {
            for (Step step : Step.values()) {
                double first = millis(step, ours);
                double second = millis(step, PEER);
                if (turn > 0) {
                    own.computeIfAbsent(step, _ -> new ArrayList<>()).add(first);
                    other.computeIfAbsent(step, _ -> new ArrayList<>()).add(second);
                }
            }
        }
        return Stream.of(Step.values())
                .map(step -> Figure.against(
                        step.figure,
                        Samples.median(Objects.requireNonNull(own.get(step))),
                        Samples.median(Objects.requireNonNull(other.get(step))),
                        "<= 1.2",
                        "ms",
                        step.what + " in a shared folder, against QEMU's virtio-9p"))
                .toList();
    }

    private double millis(Step step, String folder) throws IOException, InterruptedException, NotMeasuredException {
        if (step.needsEmptyCaches()) {
            run("sync; echo 3 >/proc/sys/vm/drop_caches");
        }
        String script = "d=" + folder + "; " + step.script;
        long began = System.nanoTime();
        run(script);
        return (System.nanoTime() - began) / 1e6;
    }

    /// Runs it in the guest, to its end.
    private void run(String script) throws IOException, InterruptedException, NotMeasuredException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (GuestStream stream = machine.link()
                .connect(StreamTarget.exec(List.of("/bin/sh", "-c", "{ " + script + "; } && echo " + DONE)))) {
            stream.endOutput();
            stream.input().transferTo(said);
        }
        String words = said.toString(StandardCharsets.UTF_8);
        if (!words.endsWith(DONE + "\n")) {
            throw new NotMeasuredException("the guest said: " + words.strip());
        }
    }
}
