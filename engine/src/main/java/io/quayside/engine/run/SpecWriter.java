package io.quayside.engine.run;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.SecuritySettings;
import io.quayside.engine.model.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the `docker run` line that makes such a container: what the image says, and what engines do by themselves, is
/// left out.
public final class SpecWriter {
    private static final long USUAL_SHM = 64L << 20;

    private final ContainerConfig config;
    private final HostConfig host;
    private final ContainerConfig image;
    private final Map<String, EndpointSettings> networks;
    private final Written to = new Written();
    private List<String> command = List.of();

    private SpecWriter(ContainerSpec spec, ContainerConfig image) {
        this.config = spec.config();
        this.host = spec.hostConfig();
        this.networks = spec.networks();
        this.image = image;
    }

    /// The line for a container that is there.
    ///
    /// @param image what its image says; one that says nothing if that image is gone
    public static RunSpec write(ContainerDetails details, ContainerConfig image) {
        return new SpecWriter(ContainerSpec.from(details), image).write(details.name());
    }

    /// The line for a container that could be.
    public static RunSpec write(ContainerSpec spec, ContainerConfig image) {
        return new SpecWriter(spec, image).write("");
    }

    private RunSpec write(String name) {
        to.text(RunFlag.NAME, name);
        writeStreams();
        writeProcess();
        writeCommand();
        writeHealth();
        writeResources(host.resources());
        writeSecurity(host.security());
        writeNetwork(host.networking());
        writeStorage(host.storage());
        writeOther();
        return new RunSpec(to.options(), config.image(), command);
    }

    private void writeStreams() {
        to.on(RunFlag.INTERACTIVE, config.openStdin());
        to.on(RunFlag.TTY, config.tty());
        boolean out = config.attachStdout();
        boolean err = config.attachStderr();
        boolean in = config.attachStdin();
        if (!out && !err && !in) {
            to.on(RunFlag.DETACH, true);
        } else if (!(out && err && in == config.openStdin())) {
            if (in && !config.openStdin()) {
                to.any(RunFlag.ATTACH, "stdin");
            }
            if (out) {
                to.any(RunFlag.ATTACH, "stdout");
            }
            if (err) {
                to.any(RunFlag.ATTACH, "stderr");
            }
        }
    }

    private void writeProcess() {
        boolean ownHostname = !host.networking().mode().startsWith("container:")
                && !host.namespaces().uts().equals("host");
        to.text(RunFlag.HOSTNAME, ownHostname ? config.hostname() : "");
        to.text(RunFlag.DOMAINNAME, ownHostname ? config.domainname() : "");
        to.text(RunFlag.USER, unlessOf(image.user(), config.user()));
        to.text(RunFlag.WORKDIR, unlessOf(image.workingDir(), config.workingDir()));
        to.text(RunFlag.STOP_SIGNAL, unlessOf(image.stopSignal(), config.stopSignal()));
        config.stopTimeout().ifPresent(seconds -> to.any(RunFlag.STOP_TIMEOUT, String.valueOf(seconds)));
        Set<String> inherited = Set.copyOf(image.env());
        to.all(
                RunFlag.ENV,
                config.env().stream().filter(one -> !inherited.contains(one)).toList());
        config.labels().forEach((label, value) -> {
            if (!value.equals(image.labels().get(label))) {
                to.any(RunFlag.LABEL, label + "=" + value);
            }
        });
        to.on(RunFlag.RM, host.autoRemove());
        host.init().ifPresent(on -> to.any(RunFlag.INIT, String.valueOf(on)));
    }

    private static String unlessOf(String inherited, String own) {
        return own.equals(inherited) ? "" : own;
    }

    private void writeCommand() {
        List<String> program = words(config.entrypoint());
        List<String> arguments = words(config.cmd());
        boolean sameProgram = program.equals(words(image.entrypoint()));
        if (sameProgram && (!arguments.isEmpty() || words(image.cmd()).isEmpty())) {
            command = arguments.equals(words(image.cmd())) ? List.of() : arguments;
        } else if (program.size() <= 1) {
            to.any(RunFlag.ENTRYPOINT, program.isEmpty() ? "" : program.getFirst());
            command = arguments;
        } else {
            // The line can name one word; the others go to where they end up anyway.
            to.any(RunFlag.ENTRYPOINT, program.getFirst());
            List<String> all = new ArrayList<>(program.subList(1, program.size()));
            all.addAll(arguments);
            command = all;
        }
    }

    private static List<String> words(Optional<List<String>> words) {
        return words.filter(list -> !list.equals(List.of(""))).orElse(List.of());
    }

    private void writeHealth() {
        HealthCheck none = HealthCheck.builder().build();
        HealthCheck own = config.healthcheck().orElse(none);
        HealthCheck inherited = image.healthcheck().orElse(none);
        if (own.equals(inherited)) {
            return;
        }
        if (own.test().equals(List.of("NONE"))) {
            to.on(RunFlag.NO_HEALTHCHECK, true);
            return;
        }
        if (!own.test().equals(inherited.test()) && own.test().size() > 1) {
            List<String> words = own.test().subList(1, own.test().size());
            to.any(
                    RunFlag.HEALTH_CMD,
                    own.test().getFirst().equals("CMD") ? ShellQuote.words(words) : words.getFirst());
        }
        if (!own.interval().equals(inherited.interval())) {
            to.duration(RunFlag.HEALTH_INTERVAL, own.interval());
        }
        if (!own.timeout().equals(inherited.timeout())) {
            to.duration(RunFlag.HEALTH_TIMEOUT, own.timeout());
        }
        if (!own.startPeriod().equals(inherited.startPeriod())) {
            to.duration(RunFlag.HEALTH_START_PERIOD, own.startPeriod());
        }
        if (!own.startInterval().equals(inherited.startInterval())) {
            to.duration(RunFlag.HEALTH_START_INTERVAL, own.startInterval());
        }
        if (own.retries() != inherited.retries()) {
            to.number(RunFlag.HEALTH_RETRIES, own.retries());
        }
    }

    private void writeResources(Resources from) {
        to.size(RunFlag.MEMORY, from.memory());
        to.size(RunFlag.MEMORY_RESERVATION, from.memoryReservation());
        if (from.memorySwap() == -1) {
            to.any(RunFlag.MEMORY_SWAP, "-1");
        } else if (from.memorySwap() != 2 * from.memory()) {
            to.size(RunFlag.MEMORY_SWAP, from.memorySwap());
        }
        from.memorySwappiness()
                .ifPresent(value -> to.text(RunFlag.MEMORY_SWAPPINESS, value < 0 ? "" : String.valueOf(value)));
        to.on(RunFlag.OOM_KILL_DISABLE, from.oomKillDisable().orElse(false));
        to.cpus(RunFlag.CPUS, from.nanoCpus());
        to.number(RunFlag.CPU_SHARES, from.cpuShares());
        to.number(RunFlag.CPU_PERIOD, from.cpuPeriod());
        to.number(RunFlag.CPU_QUOTA, from.cpuQuota());
        to.number(RunFlag.CPU_RT_PERIOD, from.cpuRealtimePeriod());
        to.number(RunFlag.CPU_RT_RUNTIME, from.cpuRealtimeRuntime());
        to.number(RunFlag.CPU_COUNT, from.cpuCount());
        to.number(RunFlag.CPU_PERCENT, from.cpuPercent());
        to.text(RunFlag.CPUSET_CPUS, from.cpusetCpus());
        to.text(RunFlag.CPUSET_MEMS, from.cpusetMems());
        to.number(RunFlag.PIDS_LIMIT, from.pidsLimit().orElse(0));
        to.number(RunFlag.BLKIO_WEIGHT, from.blkioWeight());
        to.number(RunFlag.IO_MAXIOPS, from.ioMaximumIops());
        to.size(RunFlag.IO_MAXBANDWIDTH, from.ioMaximumBandwidth());
        to.text(RunFlag.CGROUP_PARENT, from.cgroupParent());
        writeDevices(from);
    }

    private void writeDevices(Resources from) {
        from.ulimits()
                .forEach(limit -> to.any(
                        RunFlag.ULIMIT,
                        limit.name() + "=" + limit.soft() + (limit.soft() == limit.hard() ? "" : ":" + limit.hard())));
        from.blkioWeightDevice()
                .forEach(device -> to.any(RunFlag.BLKIO_WEIGHT_DEVICE, device.path() + ":" + device.weight()));
        from.blkioDeviceReadBps()
                .forEach(limit -> to.any(RunFlag.DEVICE_READ_BPS, limit.path() + ":" + Written.size(limit.rate())));
        from.blkioDeviceWriteBps()
                .forEach(limit -> to.any(RunFlag.DEVICE_WRITE_BPS, limit.path() + ":" + Written.size(limit.rate())));
        from.blkioDeviceReadIops()
                .forEach(limit -> to.any(RunFlag.DEVICE_READ_IOPS, limit.path() + ":" + limit.rate()));
        from.blkioDeviceWriteIops()
                .forEach(limit -> to.any(RunFlag.DEVICE_WRITE_IOPS, limit.path() + ":" + limit.rate()));
        from.devices().forEach(device -> to.any(RunFlag.DEVICE, DeviceOptions.written(device)));
        to.all(RunFlag.DEVICE_CGROUP_RULE, from.deviceCgroupRules());
        from.deviceRequests().forEach(request -> {
            if (request.driver().equals("cdi")) {
                to.all(RunFlag.DEVICE, request.deviceIds());
            } else {
                to.any(RunFlag.GPUS, DeviceOptions.written(request));
            }
        });
    }

    private void writeSecurity(SecuritySettings from) {
        to.on(RunFlag.PRIVILEGED, from.privileged());
        to.on(RunFlag.READ_ONLY, from.readonlyRootfs());
        to.all(RunFlag.CAP_ADD, from.capAdd());
        to.all(RunFlag.CAP_DROP, from.capDrop());
        to.all(RunFlag.GROUP_ADD, from.groupAdd());
        from.securityOpt().stream()
                .filter(option -> !(from.privileged() && option.equals("label=disable")))
                .forEach(option -> to.any(RunFlag.SECURITY_OPT, option));
        if (!from.privileged()
                && from.maskedPaths().filter(List::isEmpty).isPresent()
                && from.readonlyPaths().filter(List::isEmpty).isPresent()) {
            to.any(RunFlag.SECURITY_OPT, SecurityOptions.OPEN_PATHS);
        }
        String ipc = host.namespaces().ipc();
        to.text(RunFlag.IPC, ipc.equals("private") ? "" : ipc);
        to.text(RunFlag.PID, host.namespaces().pid());
        to.text(RunFlag.UTS, host.namespaces().uts());
        to.text(RunFlag.USERNS, host.namespaces().user());
        String cgroup = host.namespaces().cgroup();
        to.text(RunFlag.CGROUPNS, cgroup.equals("private") ? "" : cgroup);
    }

    private void writeNetwork(NetworkingSettings from) {
        from.portBindings()
                .forEach((port, bindings) ->
                        bindings.forEach(binding -> to.any(RunFlag.PUBLISH, PortOptions.written(port, binding))));
        to.on(RunFlag.PUBLISH_ALL, from.publishAllPorts());
        config.exposedPorts().stream()
                .filter(port -> !image.exposedPorts().contains(port)
                        && !from.portBindings().containsKey(port))
                .forEach(port -> to.any(RunFlag.EXPOSE, port));
        to.all(RunFlag.DNS, from.dns());
        to.all(RunFlag.DNS_OPTION, from.dnsOptions());
        to.all(RunFlag.DNS_SEARCH, from.dnsSearch());
        to.all(RunFlag.ADD_HOST, from.extraHosts());
        from.links().forEach(link -> to.any(RunFlag.LINK, link(link)));
        to.all(RunFlag.NETWORK, new NetworkWriter(from.mode(), networks, to).write(config.macAddress(), from.links()));
    }

    /// Engines tell `/redis:/web/db` for `redis:db`.
    private static String link(String link) {
        if (!link.startsWith("/")) {
            return link;
        }
        String target = Values.before(link, ":").substring(1);
        String alias = link.substring(link.lastIndexOf('/') + 1);
        return target.equals(alias) ? target : target + ":" + alias;
    }

    private void writeStorage(StorageSettings from) {
        to.all(RunFlag.VOLUME, from.binds());
        config.volumes().stream()
                .filter(path -> !image.volumes().contains(path))
                .forEach(path -> to.any(RunFlag.VOLUME, path));
        from.mounts().forEach(mount -> to.any(RunFlag.MOUNT, MountOptions.written(mount)));
        from.tmpfs().forEach((path, options) -> to.any(RunFlag.TMPFS, options.isEmpty() ? path : path + ":" + options));
        to.all(RunFlag.VOLUMES_FROM, from.volumesFrom());
        to.text(RunFlag.VOLUME_DRIVER, from.volumeDriver());
        to.pairs(RunFlag.STORAGE_OPT, from.storageOpt());
        to.size(RunFlag.SHM_SIZE, from.shmSize() == USUAL_SHM ? 0 : from.shmSize());
    }

    private void writeOther() {
        String restart = host.restartPolicy().name();
        long tries = host.restartPolicy().maximumRetryCount();
        to.text(RunFlag.RESTART, restart.equals("no") ? "" : tries > 0 ? restart + ":" + tries : restart);
        String driver = host.logConfig().type();
        boolean usualLog =
                driver.equals("json-file") && host.logConfig().config().isEmpty();
        to.text(RunFlag.LOG_DRIVER, usualLog ? "" : driver);
        to.pairs(RunFlag.LOG_OPT, host.logConfig().config());
        to.pairs(RunFlag.ANNOTATION, host.annotations());
        to.pairs(RunFlag.SYSCTL, host.sysctls());
        to.number(RunFlag.OOM_SCORE_ADJ, host.oomScoreAdj());
        to.text(RunFlag.RUNTIME, host.runtime().equals("runc") ? "" : host.runtime());
        to.text(RunFlag.ISOLATION, host.isolation().equals("default") ? "" : host.isolation());
    }
}
