package io.quayside.benchmarks.vm;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.vm.error.VmException;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.GuestStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Start, stop, memory, ports, shared folders and image of a virtual machine.
public final class VmMeasures {
    private static final int STARTS = 3;
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private VmMeasures() {}

    public static List<Measure> all() {
        return List.of(
                new Measure(List.of("vm-image"), VmMeasures::image),
                new Measure(List.of("vm-start", "vm-memory", "vm-qemu-memory", "vm-stop"), VmMeasures::life),
                new Measure(List.of("vm-port-out", "vm-port-in"), PortMeasure::figures),
                new Measure(ShareMeasure.NAMES, ShareMeasure::figures));
    }

    private static List<Figure> image() throws NotMeasuredException {
        double bytes = BenchMachine.image().files().values().stream()
                .mapToLong(GuestImage.Content::downloadBytes)
                .sum();
        return List.of(Figure.alone(
                "vm-image", bytes / MEGA, "<= 100", "MB", "kernel, initial RAM disk and root, as they are downloaded"));
    }

    private static List<Figure> life() throws IOException, InterruptedException, NotMeasuredException {
        List<Double> starts = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        List<Double> stops = new ArrayList<>();
        List<Double> used = new ArrayList<>();
        List<Double> held = new ArrayList<>();
        try (BenchMachine bench = BenchMachine.create()) {
            // The first start formats the disk.
            bench.start();
            bench.stop();
            for (int i = 0; i < STARTS; i++) {
                long began = System.nanoTime();
                LiveMachine machine = bench.start();
                starts.add((System.nanoTime() - began) / NANOS);
                List<GuestStep> steps = machine.guest().steps();
                least.add(at(steps, "init") + at(steps, "engine-ready") - at(steps, "engine-start"));
                used.add(machine.guest().info().memoryUsedBytes() / MEGA);
                held.add(resident(machine.vm().pid()) / MEGA);
                long asked = System.nanoTime();
                bench.stop();
                stops.add((System.nanoTime() - asked) / NANOS);
            }
        } catch (VmException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
        return List.of(
                Figure.against(
                        "vm-start",
                        Samples.median(starts),
                        Samples.median(least),
                        "<= 1.25",
                        "s",
                        "from the start of QEMU's process to the engine's answer, against the kernel's start and dockerd's in the"
                                + " same guest"),
                Figure.alone(
                        "vm-memory", Samples.median(used), "< 120", "MB", "used in the idle guest, caches left out"),
                Figure.alone("vm-qemu-memory", Samples.median(held), "-", "MB", "resident memory of QEMU, of 1 GiB"),
                Figure.alone("vm-stop", Samples.median(stops), "<= 4", "s", "an idle machine"));
    }

    private static double at(List<GuestStep> steps, String name) throws NotMeasuredException {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotMeasuredException("the guest didn't tell of its step " + name))
                .seconds();
    }

    private static long resident(long pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }
}
