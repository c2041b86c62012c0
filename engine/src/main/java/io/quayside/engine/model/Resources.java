package io.quayside.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Limits of a container (the resource part of `HostConfig`). 0 and empty mean no limit, or no change in an update.
///
/// @param cpuShares relative weight, 1024 is normal
/// @param memory bytes of memory
/// @param nanoCpus processors in billionths
/// @param cgroupParent the cgroup above it
/// @param blkioWeight disk weight, 10 to 1000
/// @param blkioWeightDevice disk weight for each device
/// @param blkioDeviceReadBps bytes read a second for each device
/// @param blkioDeviceWriteBps bytes written a second for each device
/// @param blkioDeviceReadIops reads a second for each device
/// @param blkioDeviceWriteIops writes a second for each device
/// @param cpuPeriod microseconds of a scheduler period
/// @param cpuQuota microseconds of processor time in a period
/// @param cpuRealtimePeriod microseconds of a real-time period
/// @param cpuRealtimeRuntime microseconds of real-time processor time in a period
/// @param cpusetCpus processors it may use, such as `0-2,4`
/// @param cpusetMems memory nodes it may use
/// @param devices devices of the engine's machine
/// @param deviceCgroupRules cgroup rules for devices
/// @param deviceRequests wishes for devices such as GPUs
/// @param kernelMemoryTcp bytes of kernel memory for TCP
/// @param memoryReservation bytes of memory it should stay under
/// @param memorySwap bytes of memory and swap together, -1 for any
/// @param memorySwappiness 0 to 100, if set
/// @param oomKillDisable don't end it when memory is short, if set
/// @param pidsLimit how many processes and threads, if set; 0 or -1 for any
/// @param ulimits limits of its processes
/// @param cpuCount processors (Windows)
/// @param cpuPercent percent of processors (Windows)
/// @param ioMaximumIops disk operations a second (Windows)
/// @param ioMaximumBandwidth disk bytes a second (Windows)
public record Resources(
        long cpuShares,
        long memory,
        long nanoCpus,
        String cgroupParent,
        long blkioWeight,
        List<BlockWeight> blkioWeightDevice,
        List<BlockThrottle> blkioDeviceReadBps,
        List<BlockThrottle> blkioDeviceWriteBps,
        List<BlockThrottle> blkioDeviceReadIops,
        List<BlockThrottle> blkioDeviceWriteIops,
        long cpuPeriod,
        long cpuQuota,
        long cpuRealtimePeriod,
        long cpuRealtimeRuntime,
        String cpusetCpus,
        String cpusetMems,
        List<DeviceMapping> devices,
        List<String> deviceCgroupRules,
        List<DeviceRequest> deviceRequests,
        long kernelMemoryTcp,
        long memoryReservation,
        long memorySwap,
        OptionalLong memorySwappiness,
        Optional<Boolean> oomKillDisable,
        OptionalLong pidsLimit,
        List<Ulimit> ulimits,
        long cpuCount,
        long cpuPercent,
        long ioMaximumIops,
        long ioMaximumBandwidth) {
    public Resources {
        blkioWeightDevice = List.copyOf(blkioWeightDevice);
        blkioDeviceReadBps = List.copyOf(blkioDeviceReadBps);
        blkioDeviceWriteBps = List.copyOf(blkioDeviceWriteBps);
        blkioDeviceReadIops = List.copyOf(blkioDeviceReadIops);
        blkioDeviceWriteIops = List.copyOf(blkioDeviceWriteIops);
        devices = List.copyOf(devices);
        deviceCgroupRules = List.copyOf(deviceCgroupRules);
        deviceRequests = List.copyOf(deviceRequests);
        ulimits = List.copyOf(ulimits);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.cpuShares = cpuShares;
        builder.memory = memory;
        builder.nanoCpus = nanoCpus;
        builder.cgroupParent = cgroupParent;
        builder.blkioWeight = blkioWeight;
        builder.blkioWeightDevice = blkioWeightDevice;
        builder.blkioDeviceReadBps = blkioDeviceReadBps;
        builder.blkioDeviceWriteBps = blkioDeviceWriteBps;
        builder.blkioDeviceReadIops = blkioDeviceReadIops;
        builder.blkioDeviceWriteIops = blkioDeviceWriteIops;
        builder.cpuPeriod = cpuPeriod;
        builder.cpuQuota = cpuQuota;
        builder.cpuRealtimePeriod = cpuRealtimePeriod;
        builder.cpuRealtimeRuntime = cpuRealtimeRuntime;
        builder.cpusetCpus = cpusetCpus;
        builder.cpusetMems = cpusetMems;
        builder.devices = devices;
        builder.deviceCgroupRules = deviceCgroupRules;
        builder.deviceRequests = deviceRequests;
        builder.kernelMemoryTcp = kernelMemoryTcp;
        builder.memoryReservation = memoryReservation;
        builder.memorySwap = memorySwap;
        builder.memorySwappiness = memorySwappiness;
        builder.oomKillDisable = oomKillDisable;
        builder.pidsLimit = pidsLimit;
        builder.ulimits = ulimits;
        builder.cpuCount = cpuCount;
        builder.cpuPercent = cpuPercent;
        builder.ioMaximumIops = ioMaximumIops;
        builder.ioMaximumBandwidth = ioMaximumBandwidth;
        return builder;
    }

    /// Collects the values of a [Resources]. The methods carry the names of its components.
    public static final class Builder {
        private long cpuShares = 0;
        private long memory = 0;
        private long nanoCpus = 0;
        private String cgroupParent = "";
        private long blkioWeight = 0;
        private List<BlockWeight> blkioWeightDevice = List.of();
        private List<BlockThrottle> blkioDeviceReadBps = List.of();
        private List<BlockThrottle> blkioDeviceWriteBps = List.of();
        private List<BlockThrottle> blkioDeviceReadIops = List.of();
        private List<BlockThrottle> blkioDeviceWriteIops = List.of();
        private long cpuPeriod = 0;
        private long cpuQuota = 0;
        private long cpuRealtimePeriod = 0;
        private long cpuRealtimeRuntime = 0;
        private String cpusetCpus = "";
        private String cpusetMems = "";
        private List<DeviceMapping> devices = List.of();
        private List<String> deviceCgroupRules = List.of();
        private List<DeviceRequest> deviceRequests = List.of();
        private long kernelMemoryTcp = 0;
        private long memoryReservation = 0;
        private long memorySwap = 0;
        private OptionalLong memorySwappiness = OptionalLong.empty();
        private Optional<Boolean> oomKillDisable = Optional.empty();
        private OptionalLong pidsLimit = OptionalLong.empty();
        private List<Ulimit> ulimits = List.of();
        private long cpuCount = 0;
        private long cpuPercent = 0;
        private long ioMaximumIops = 0;
        private long ioMaximumBandwidth = 0;

        private Builder() {}

        public Builder cpuShares(long value) {
            cpuShares = value;
            return this;
        }

        public Builder memory(long value) {
            memory = value;
            return this;
        }

        public Builder nanoCpus(long value) {
            nanoCpus = value;
            return this;
        }

        public Builder cgroupParent(String value) {
            cgroupParent = value;
            return this;
        }

        public Builder blkioWeight(long value) {
            blkioWeight = value;
            return this;
        }

        public Builder blkioWeightDevice(List<BlockWeight> value) {
            blkioWeightDevice = value;
            return this;
        }

        public Builder blkioDeviceReadBps(List<BlockThrottle> value) {
            blkioDeviceReadBps = value;
            return this;
        }

        public Builder blkioDeviceWriteBps(List<BlockThrottle> value) {
            blkioDeviceWriteBps = value;
            return this;
        }

        public Builder blkioDeviceReadIops(List<BlockThrottle> value) {
            blkioDeviceReadIops = value;
            return this;
        }

        public Builder blkioDeviceWriteIops(List<BlockThrottle> value) {
            blkioDeviceWriteIops = value;
            return this;
        }

        public Builder cpuPeriod(long value) {
            cpuPeriod = value;
            return this;
        }

        public Builder cpuQuota(long value) {
            cpuQuota = value;
            return this;
        }

        public Builder cpuRealtimePeriod(long value) {
            cpuRealtimePeriod = value;
            return this;
        }

        public Builder cpuRealtimeRuntime(long value) {
            cpuRealtimeRuntime = value;
            return this;
        }

        public Builder cpusetCpus(String value) {
            cpusetCpus = value;
            return this;
        }

        public Builder cpusetMems(String value) {
            cpusetMems = value;
            return this;
        }

        public Builder devices(List<DeviceMapping> value) {
            devices = value;
            return this;
        }

        public Builder deviceCgroupRules(List<String> value) {
            deviceCgroupRules = value;
            return this;
        }

        public Builder deviceRequests(List<DeviceRequest> value) {
            deviceRequests = value;
            return this;
        }

        public Builder kernelMemoryTcp(long value) {
            kernelMemoryTcp = value;
            return this;
        }

        public Builder memoryReservation(long value) {
            memoryReservation = value;
            return this;
        }

        public Builder memorySwap(long value) {
            memorySwap = value;
            return this;
        }

        public Builder memorySwappiness(OptionalLong value) {
            memorySwappiness = value;
            return this;
        }

        public Builder oomKillDisable(Optional<Boolean> value) {
            oomKillDisable = value;
            return this;
        }

        public Builder pidsLimit(OptionalLong value) {
            pidsLimit = value;
            return this;
        }

        public Builder ulimits(List<Ulimit> value) {
            ulimits = value;
            return this;
        }

        public Builder cpuCount(long value) {
            cpuCount = value;
            return this;
        }

        public Builder cpuPercent(long value) {
            cpuPercent = value;
            return this;
        }

        public Builder ioMaximumIops(long value) {
            ioMaximumIops = value;
            return this;
        }

        public Builder ioMaximumBandwidth(long value) {
            ioMaximumBandwidth = value;
            return this;
        }

        /// The values as they are now.
        public Resources build() {
            return new Resources(
                    cpuShares,
                    memory,
                    nanoCpus,
                    cgroupParent,
                    blkioWeight,
                    blkioWeightDevice,
                    blkioDeviceReadBps,
                    blkioDeviceWriteBps,
                    blkioDeviceReadIops,
                    blkioDeviceWriteIops,
                    cpuPeriod,
                    cpuQuota,
                    cpuRealtimePeriod,
                    cpuRealtimeRuntime,
                    cpusetCpus,
                    cpusetMems,
                    devices,
                    deviceCgroupRules,
                    deviceRequests,
                    kernelMemoryTcp,
                    memoryReservation,
                    memorySwap,
                    memorySwappiness,
                    oomKillDisable,
                    pidsLimit,
                    ulimits,
                    cpuCount,
                    cpuPercent,
                    ioMaximumIops,
                    ioMaximumBandwidth);
        }
    }
}
