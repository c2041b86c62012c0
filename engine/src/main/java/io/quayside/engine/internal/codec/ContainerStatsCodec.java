package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.CpuCounters;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// `GET /containers/{id}/stats`, on cgroup v1 and v2.
public final class ContainerStatsCodec {
    /// What the kernel says when there is no limit; Go sends it as the largest number there is.
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private Optional<Instant> read = Optional.empty();
    private CpuCounters cpu = CpuCounters.NONE;
    private CpuCounters earlierCpu = CpuCounters.NONE;
    private Optional<Instant> earlierRead = Optional.empty();
    private long memoryUsage;
    private long memoryLimit;
    private long totalInactiveFile = -1;
    private long inactiveFile = -1;
    private long received;
    private long sent;
    private long blockRead;
    private long blockWritten;
    private long pids;
    private OptionalLong pidsLimit = OptionalLong.empty();

    private ContainerStatsCodec() {}

    /// Reads one sample.
    public static ContainerStats read(JsonIn in) {
        ContainerStatsCodec sample = new ContainerStatsCodec();
        if (in.enterObject()) {
            while (in.nextField()) {
                sample.readField(in);
            }
        }
        return sample.build();
    }

    /// What there is to say of a container that doesn't run.
    public static ContainerStats nothing() {
        return new ContainerStatsCodec().build();
    }

    private ContainerStats build() {
        return new ContainerStats(
                read,
                cpu,
                earlierCpu,
                earlierRead,
                memoryUsage,
                cache(),
                memoryLimit == NO_LIMIT ? 0 : memoryLimit,
                received,
                sent,
                blockRead,
                blockWritten,
                pids,
                pidsLimit);
    }

    /// The page cache that `docker stats` takes off: `total_inactive_file` on cgroup v1, else `inactive_file`, unless
    /// it makes no sense.
    private long cache() {
        long cache = totalInactiveFile >= 0 ? totalInactiveFile : Math.max(0, inactiveFile);
        return cache < memoryUsage ? cache : 0;
    }

    private void readField(JsonIn in) {
        switch (in.name()) {
            case "read" -> read = in.instant();
            case "preread" -> earlierRead = in.instant();
            case "cpu_stats" -> cpu = cpu(in);
            case "precpu_stats" -> earlierCpu = cpu(in);
            case "memory_stats" -> readMemory(in);
            case "networks" -> readNetworks(in);
            case "blkio_stats" -> readBlocks(in);
            case "pids_stats" -> readPids(in);
            default -> in.skip();
        }
    }

    private static CpuCounters cpu(JsonIn in) {
        long total = 0;
        long kernel = 0;
        long cores = 0;
        long system = 0;
        long online = 0;
        long periods = 0;
        long throttledPeriods = 0;
        long throttled = 0;
        boolean wholeMachine = true;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "cpu" -> {
                        // Only Podman has this field, and its time of the machine leaves out idle processors: a
                        // share of it would come out too high, so the clock has to serve.
                        wholeMachine = false;
                        in.skip();
                    }
                    case "cpu_usage" -> {
                        if (in.enterObject()) {
                            while (in.nextField()) {
                                switch (in.name()) {
                                    case "total_usage" -> total = in.number();
                                    case "usage_in_kernelmode" -> kernel = in.number();
                                    case "percpu_usage" -> cores = count(in);
                                    default -> in.skip();
                                }
                            }
                        }
                    }
                    case "system_cpu_usage" -> system = in.number();
                    case "online_cpus" -> online = in.number();
                    case "throttling_data" -> {
                        if (in.enterObject()) {
                            while (in.nextField()) {
                                switch (in.name()) {
                                    case "periods" -> periods = in.number();
                                    case "throttled_periods" -> throttledPeriods = in.number();
                                    case "throttled_time" -> throttled = in.number();
                                    default -> in.skip();
                                }
                            }
                        }
                    }
                    default -> in.skip();
                }
            }
        }
        return new CpuCounters(
                total,
                kernel,
                wholeMachine ? system : 0,
                online > 0 ? online : cores,
                periods,
                throttledPeriods,
                throttled);
    }

    private static long count(JsonIn in) {
        long count = 0;
        if (in.enterArray()) {
            while (in.nextElement()) {
                in.skip();
                count++;
            }
        }
        return count;
    }

    private void readMemory(JsonIn in) {
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "usage" -> memoryUsage = in.number();
                    case "limit" -> memoryLimit = in.number();
                    case "stats" -> readMemoryDetails(in);
                    default -> in.skip();
                }
            }
        }
    }

    private void readMemoryDetails(JsonIn in) {
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "total_inactive_file" -> totalInactiveFile = in.number();
                    case "inactive_file" -> inactiveFile = in.number();
                    default -> in.skip();
                }
            }
        }
    }

    private void readNetworks(JsonIn in) {
        if (!in.enterObject()) {
            return;
        }
        while (in.nextField()) {
            if (in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "rx_bytes" -> received += in.number();
                        case "tx_bytes" -> sent += in.number();
                        default -> in.skip();
                    }
                }
            }
        }
    }

    private void readBlocks(JsonIn in) {
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("io_service_bytes_recursive") && in.enterArray()) {
                    while (in.nextElement()) {
                        readBlock(in);
                    }
                } else {
                    in.skip();
                }
            }
        }
    }

    private void readBlock(JsonIn in) {
        String operation = "";
        long bytes = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "op" -> operation = in.pooledText();
                    case "value" -> bytes = in.number();
                    default -> in.skip();
                }
            }
        }
        if (operation.equalsIgnoreCase("read")) {
            blockRead += bytes;
        } else if (operation.equalsIgnoreCase("write")) {
            blockWritten += bytes;
        }
    }

    private void readPids(JsonIn in) {
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "current" -> pids = in.number();
                    case "limit" -> {
                        long limit = in.number();
                        pidsLimit = limit > 0 && limit != NO_LIMIT ? OptionalLong.of(limit) : OptionalLong.empty();
                    }
                    default -> in.skip();
                }
            }
        }
    }
}
