package io.quayside.engine.run;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.LogConfig;
import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.model.StorageSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Turns options into what a container is created from, as the `docker` command line does it.
final class SpecReader {
    private static final Set<String> RESTARTS = Set.of("", "no", "always", "unless-stopped", "on-failure");

    private final RunSpec run;
    private final RunSurroundings surroundings;
    private final Values values;
    private final ContainerConfig.Builder config = ContainerConfig.builder();
    private final HostConfig.Builder host = HostConfig.builder();

    SpecReader(RunSpec run, RunSurroundings surroundings) {
        this.run = run;
        this.surroundings = surroundings;
        this.values = new Values(run);
    }

    ContainerSpec read() throws RunValueException {
        readProcess();
        readStreams();
        readHealth();
        readHost();
        NetworkOptions.Wanted networks = readNetworking();
        readStorage();
        return new ContainerSpec(config.build(), host.build(), networks.endpoints());
    }

    private void readProcess() throws RunValueException {
        KeyValueFiles files = new KeyValueFiles(surroundings);
        config.image(run.image())
                .hostname(values.text(RunFlag.HOSTNAME))
                .domainname(values.text(RunFlag.DOMAINNAME))
                .user(values.text(RunFlag.USER))
                .workingDir(values.text(RunFlag.WORKDIR))
                .env(files.environment(run))
                .labels(files.labels(run))
                .stopSignal(values.text(RunFlag.STOP_SIGNAL));
        if (!run.command().isEmpty()) {
            config.cmd(Optional.of(run.command()));
        }
        run.value(RunFlag.ENTRYPOINT).ifPresent(program -> config.entrypoint(Optional.of(List.of(program))));
        if (run.value(RunFlag.STOP_TIMEOUT).isPresent()) {
            config.stopTimeout(OptionalLong.of(values.number(RunFlag.STOP_TIMEOUT)));
        }
    }

    private void readStreams() throws RunValueException {
        boolean detached = run.isOn(RunFlag.DETACH);
        boolean stdin = run.isOn(RunFlag.INTERACTIVE);
        Set<String> attached = new LinkedHashSet<>();
        for (String stream : run.values(RunFlag.ATTACH)) {
            String name = stream.toLowerCase(Locale.ROOT);
            if (!Set.of("stdin", "stdout", "stderr").contains(name)) {
                throw new RunValueException(RunFlag.ATTACH, stream, "“" + stream + "” is not stdin, stdout or stderr.");
            }
            attached.add(name);
        }
        boolean attachStdin = !detached && (stdin || attached.contains("stdin"));
        config.tty(run.isOn(RunFlag.TTY))
                .openStdin(stdin)
                .attachStdin(attachStdin)
                .stdinOnce(attachStdin && stdin)
                .attachStdout(!detached && (attached.isEmpty() || attached.contains("stdout")))
                .attachStderr(!detached && (attached.isEmpty() || attached.contains("stderr")));
    }

    private void readHealth() throws RunValueException {
        HealthCheck check = HealthCheck.builder()
                .test(run.value(RunFlag.HEALTH_CMD)
                        .filter(command -> !command.isEmpty())
                        .map(command -> List.of("CMD-SHELL", command))
                        .orElse(List.of()))
                .interval(values.duration(RunFlag.HEALTH_INTERVAL))
                .timeout(values.duration(RunFlag.HEALTH_TIMEOUT))
                .startPeriod(values.duration(RunFlag.HEALTH_START_PERIOD))
                .startInterval(values.duration(RunFlag.HEALTH_START_INTERVAL))
                .retries(values.number(RunFlag.HEALTH_RETRIES))
                .build();
        boolean said = !check.equals(HealthCheck.builder().build());
        if (run.isOn(RunFlag.NO_HEALTHCHECK)) {
            if (said) {
                throw new RunValueException(
                        RunFlag.NO_HEALTHCHECK, "true", "“--no-healthcheck” can't be beside a health check.");
            }
            config.healthcheck(
                    Optional.of(HealthCheck.builder().test(List.of("NONE")).build()));
        } else if (said) {
            config.healthcheck(Optional.of(check));
        }
    }

    private void readHost() throws RunValueException {
        if (run.isOn(RunFlag.INIT)
                || run.value(RunFlag.INIT).filter(Switches::isOneOf).isPresent()) {
            host.init(Optional.of(run.isOn(RunFlag.INIT)));
        }
        host.resources(ResourceOptions.read(run))
                .namespaces(SecurityOptions.namespaces(run))
                .security(SecurityOptions.read(run, surroundings))
                .restartPolicy(restart())
                .autoRemove(run.isOn(RunFlag.RM))
                .logConfig(new LogConfig(values.text(RunFlag.LOG_DRIVER), Values.pairs(run.values(RunFlag.LOG_OPT))))
                .annotations(Values.pairs(run.values(RunFlag.ANNOTATION)))
                .oomScoreAdj(values.number(RunFlag.OOM_SCORE_ADJ))
                .sysctls(sysctls())
                .runtime(values.text(RunFlag.RUNTIME))
                .isolation(values.text(RunFlag.ISOLATION));
    }

    private Map<String, String> sysctls() throws RunValueException {
        for (String value : run.values(RunFlag.SYSCTL)) {
            if (value.indexOf('=') < 1) {
                throw new RunValueException(
                        RunFlag.SYSCTL, value, "“" + value + "” is not a setting such as net.core.somaxconn=1024.");
            }
        }
        return Values.pairs(run.values(RunFlag.SYSCTL));
    }

    private RestartPolicy restart() throws RunValueException {
        String value = run.value(RunFlag.RESTART).orElse("no");
        String name = Values.before(value, ":");
        if (!RESTARTS.contains(name) || (name.isEmpty() && value.contains(":"))) {
            throw new RunValueException(
                    RunFlag.RESTART, value, "“" + value + "” is not no, always, unless-stopped or on-failure.");
        }
        if (run.isOn(RunFlag.RM) && !name.isEmpty() && !name.equals("no")) {
            throw new RunValueException(
                    RunFlag.RESTART, value, "A container that is removed when it ends can't be restarted.");
        }
        String count = Values.after(value, ":");
        return new RestartPolicy(name, count.isEmpty() ? 0 : Values.number(RunFlag.RESTART, count));
    }

    private NetworkOptions.Wanted readNetworking() throws RunValueException {
        NetworkOptions.Wanted networks = NetworkOptions.read(run);
        Map<String, List<PortBinding>> ports = PortOptions.bindings(run.values(RunFlag.PUBLISH));
        Set<String> exposed = new LinkedHashSet<>(ports.keySet());
        exposed.addAll(PortOptions.exposed(run.values(RunFlag.EXPOSE)));
        config.exposedPorts(exposed).macAddress(values.text(RunFlag.MAC_ADDRESS));
        for (String address : run.values(RunFlag.DNS)) {
            if (!Addresses.isIp(address)) {
                throw new RunValueException(RunFlag.DNS, address, "“" + address + "” is not an address.");
            }
        }
        host.networking(NetworkingSettings.builder()
                .mode(networks.mode())
                .portBindings(ports)
                .publishAllPorts(run.isOn(RunFlag.PUBLISH_ALL))
                .dns(run.values(RunFlag.DNS))
                .dnsOptions(run.values(RunFlag.DNS_OPTION))
                .dnsSearch(run.values(RunFlag.DNS_SEARCH))
                .extraHosts(extraHosts())
                .links(run.values(RunFlag.LINK))
                .build());
        return networks;
    }

    private List<String> extraHosts() throws RunValueException {
        List<String> hosts = new ArrayList<>();
        for (String value : run.values(RunFlag.ADD_HOST)) {
            String separator = value.contains("=") ? "=" : ":";
            String name = Values.before(value, separator);
            String ip = Values.after(value, separator);
            if (ip.startsWith("[") && ip.endsWith("]")) {
                ip = ip.substring(1, ip.length() - 1);
            }
            if (name.isEmpty() || name.contains(":") || (!ip.equals("host-gateway") && !Addresses.isIp(ip))) {
                throw new RunValueException(
                        RunFlag.ADD_HOST, value, "“" + value + "” is not a name and an address such as db:10.0.0.5.");
            }
            hosts.add(name + ":" + ip);
        }
        return hosts;
    }

    private void readStorage() throws RunValueException {
        Set<String> binds = new LinkedHashSet<>();
        Set<String> volumes = new LinkedHashSet<>();
        for (String value : run.values(RunFlag.VOLUME)) {
            VolumeOption volume = VolumeOption.read(value);
            if (volume.source().isEmpty()) {
                volumes.add(volume.target());
            } else {
                binds.add(new VolumeOption(
                                Folders.absolute(volume.source(), surroundings), volume.target(), volume.options())
                        .written());
            }
        }
        List<MountSpec> mounts = new ArrayList<>();
        for (String value : run.values(RunFlag.MOUNT)) {
            mounts.add(MountOptions.read(value, surroundings));
        }
        Map<String, String> tmpfs = new LinkedHashMap<>();
        run.values(RunFlag.TMPFS).forEach(value -> tmpfs.put(Values.before(value, ":"), Values.after(value, ":")));
        config.volumes(volumes);
        host.storage(StorageSettings.builder()
                .binds(List.copyOf(binds))
                .mounts(mounts)
                .tmpfs(tmpfs)
                .volumesFrom(run.values(RunFlag.VOLUMES_FROM))
                .volumeDriver(values.text(RunFlag.VOLUME_DRIVER))
                .storageOpt(Values.pairs(run.values(RunFlag.STORAGE_OPT)))
                .shmSize(values.size(RunFlag.SHM_SIZE))
                .build());
    }
}
