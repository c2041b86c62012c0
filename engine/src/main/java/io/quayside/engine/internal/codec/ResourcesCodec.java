package io.quayside.engine.internal.codec;

import io.quayside.engine.model.Resources;

/// The limits inside `HostConfig` and in updates.
final class ResourcesCodec {
    private ResourcesCodec() {}

    /// Reads the value of field `name` into `to`; false, without reading, if it belongs elsewhere.
    static boolean read(JsonIn in, String name, Resources.Builder to) {
        switch (name) {
            case "CpuShares" -> to.cpuShares(in.number());
            case "Memory" -> to.memory(in.number());
            case "NanoCpus" -> to.nanoCpus(in.number());
            case "CgroupParent" -> to.cgroupParent(in.text());
            case "BlkioWeight" -> to.blkioWeight(in.number());
            case "BlkioWeightDevice" -> to.blkioWeightDevice(in.list(DeviceCodec.Weight::read));
            case "BlkioDeviceReadBps" -> to.blkioDeviceReadBps(in.list(DeviceCodec.Throttle::read));
            case "BlkioDeviceWriteBps" -> to.blkioDeviceWriteBps(in.list(DeviceCodec.Throttle::read));
            case "BlkioDeviceReadIOps" -> to.blkioDeviceReadIops(in.list(DeviceCodec.Throttle::read));
            case "BlkioDeviceWriteIOps" -> to.blkioDeviceWriteIops(in.list(DeviceCodec.Throttle::read));
            case "CpuPeriod" -> to.cpuPeriod(in.number());
            case "CpuQuota" -> to.cpuQuota(in.number());
            case "CpuRealtimePeriod" -> to.cpuRealtimePeriod(in.number());
            case "CpuRealtimeRuntime" -> to.cpuRealtimeRuntime(in.number());
            case "CpusetCpus" -> to.cpusetCpus(in.text());
            case "CpusetMems" -> to.cpusetMems(in.text());
            case "Devices" -> to.devices(in.list(DeviceCodec.Mapping::read));
            case "DeviceCgroupRules" -> to.deviceCgroupRules(in.texts());
            case "DeviceRequests" -> to.deviceRequests(in.list(DeviceCodec.Request::read));
            case "KernelMemoryTCP" -> to.kernelMemoryTcp(in.number());
            case "MemoryReservation" -> to.memoryReservation(in.number());
            case "MemorySwap" -> to.memorySwap(in.number());
            case "MemorySwappiness" -> to.memorySwappiness(in.optionalNumber());
            case "OomKillDisable" -> to.oomKillDisable(in.optionalFlag());
            case "PidsLimit" -> to.pidsLimit(in.optionalNumber());
            case "Ulimits" -> to.ulimits(in.list(DeviceCodec.Limit::read));
            case "CpuCount" -> to.cpuCount(in.number());
            case "CpuPercent" -> to.cpuPercent(in.number());
            case "IOMaximumIOps" -> to.ioMaximumIops(in.number());
            case "IOMaximumBandwidth" -> to.ioMaximumBandwidth(in.number());
            default -> {
                return false;
            }
        }
        return true;
    }

    static void write(JsonOut out, Resources from) {
        out.number("CpuShares", from.cpuShares());
        out.number("Memory", from.memory());
        out.number("NanoCpus", from.nanoCpus());
        out.text("CgroupParent", from.cgroupParent());
        out.number("BlkioWeight", from.blkioWeight());
        out.list("BlkioWeightDevice", from.blkioWeightDevice(), value -> DeviceCodec.Weight.write(out, value));
        out.list("BlkioDeviceReadBps", from.blkioDeviceReadBps(), value -> DeviceCodec.Throttle.write(out, value));
        out.list("BlkioDeviceWriteBps", from.blkioDeviceWriteBps(), value -> DeviceCodec.Throttle.write(out, value));
        out.list("BlkioDeviceReadIOps", from.blkioDeviceReadIops(), value -> DeviceCodec.Throttle.write(out, value));
        out.list("BlkioDeviceWriteIOps", from.blkioDeviceWriteIops(), value -> DeviceCodec.Throttle.write(out, value));
        out.number("CpuPeriod", from.cpuPeriod());
        out.number("CpuQuota", from.cpuQuota());
        out.number("CpuRealtimePeriod", from.cpuRealtimePeriod());
        out.number("CpuRealtimeRuntime", from.cpuRealtimeRuntime());
        out.text("CpusetCpus", from.cpusetCpus());
        out.text("CpusetMems", from.cpusetMems());
        out.list("Devices", from.devices(), value -> DeviceCodec.Mapping.write(out, value));
        out.texts("DeviceCgroupRules", from.deviceCgroupRules());
        out.list("DeviceRequests", from.deviceRequests(), value -> DeviceCodec.Request.write(out, value));
        out.number("KernelMemoryTCP", from.kernelMemoryTcp());
        out.number("MemoryReservation", from.memoryReservation());
        out.number("MemorySwap", from.memorySwap());
        out.number("MemorySwappiness", from.memorySwappiness());
        out.flag("OomKillDisable", from.oomKillDisable());
        out.number("PidsLimit", from.pidsLimit());
        out.list("Ulimits", from.ulimits(), value -> DeviceCodec.Limit.write(out, value));
        out.number("CpuCount", from.cpuCount());
        out.number("CpuPercent", from.cpuPercent());
        out.number("IOMaximumIOps", from.ioMaximumIops());
        out.number("IOMaximumBandwidth", from.ioMaximumBandwidth());
    }
}
