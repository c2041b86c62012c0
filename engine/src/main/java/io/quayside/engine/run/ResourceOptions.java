package io.quayside.engine.run;

import io.quayside.engine.model.Resources;
import java.util.Optional;
import java.util.OptionalLong;

/// Limits. Those that the `docker` command line always sends, it sends here too: engines keep some of them as given.
final class ResourceOptions {
    private static final long MOST_SWAPPINESS = 100;

    private ResourceOptions() {}

    static Resources read(RunSpec run) throws RunValueException {
        Values values = new Values(run);
        return Resources.builder()
                .cgroupParent(values.text(RunFlag.CGROUP_PARENT))
                .memory(values.size(RunFlag.MEMORY))
                .memoryReservation(values.size(RunFlag.MEMORY_RESERVATION))
                .memorySwap(values.text(RunFlag.MEMORY_SWAP).equals("-1") ? -1 : values.size(RunFlag.MEMORY_SWAP))
                .memorySwappiness(swappiness(values))
                .oomKillDisable(Optional.of(run.isOn(RunFlag.OOM_KILL_DISABLE)))
                .nanoCpus(values.nanoCpus(RunFlag.CPUS))
                .cpuCount(values.number(RunFlag.CPU_COUNT))
                .cpuPercent(values.number(RunFlag.CPU_PERCENT))
                .cpuShares(values.number(RunFlag.CPU_SHARES))
                .cpuPeriod(values.number(RunFlag.CPU_PERIOD))
                .cpuQuota(values.number(RunFlag.CPU_QUOTA))
                .cpuRealtimePeriod(values.number(RunFlag.CPU_RT_PERIOD))
                .cpuRealtimeRuntime(values.number(RunFlag.CPU_RT_RUNTIME))
                .cpusetCpus(values.text(RunFlag.CPUSET_CPUS))
                .cpusetMems(values.text(RunFlag.CPUSET_MEMS))
                .pidsLimit(OptionalLong.of(values.number(RunFlag.PIDS_LIMIT)))
                .blkioWeight(values.number(RunFlag.BLKIO_WEIGHT))
                .blkioWeightDevice(DeviceOptions.weights(run.values(RunFlag.BLKIO_WEIGHT_DEVICE)))
                .blkioDeviceReadBps(
                        DeviceOptions.throttles(RunFlag.DEVICE_READ_BPS, run.values(RunFlag.DEVICE_READ_BPS), true))
                .blkioDeviceWriteBps(
                        DeviceOptions.throttles(RunFlag.DEVICE_WRITE_BPS, run.values(RunFlag.DEVICE_WRITE_BPS), true))
                .blkioDeviceReadIops(
                        DeviceOptions.throttles(RunFlag.DEVICE_READ_IOPS, run.values(RunFlag.DEVICE_READ_IOPS), false))
                .blkioDeviceWriteIops(DeviceOptions.throttles(
                        RunFlag.DEVICE_WRITE_IOPS, run.values(RunFlag.DEVICE_WRITE_IOPS), false))
                .ioMaximumIops(values.number(RunFlag.IO_MAXIOPS))
                .ioMaximumBandwidth(values.size(RunFlag.IO_MAXBANDWIDTH))
                .ulimits(DeviceOptions.ulimits(run.values(RunFlag.ULIMIT)))
                .devices(DeviceOptions.devices(run.values(RunFlag.DEVICE)))
                .deviceCgroupRules(DeviceOptions.rules(run.values(RunFlag.DEVICE_CGROUP_RULE)))
                .deviceRequests(DeviceOptions.requests(run.values(RunFlag.GPUS), run.values(RunFlag.DEVICE)))
                .build();
    }

    private static OptionalLong swappiness(Values values) throws RunValueException {
        String text = values.text(RunFlag.MEMORY_SWAPPINESS);
        long number = text.isEmpty() ? -1 : values.number(RunFlag.MEMORY_SWAPPINESS);
        if (number < -1 || number > MOST_SWAPPINESS) {
            throw new RunValueException(RunFlag.MEMORY_SWAPPINESS, text, "Swappiness is 0 to 100.");
        }
        return OptionalLong.of(number);
    }
}
