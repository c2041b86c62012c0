package io.quayside.testing.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line of a private daemon. Each runs in a mount namespace of its own, so that nothing it mounts outlives
/// it,
/// and leaves the machine's firewall alone: ports are published by Docker's proxy.
///
/// @param settings what Docker's daemon finds in its environment beside the machine's own
record DaemonCommand(
        EngineInstallation installation,
        EngineFolder folder,
        Optional<TlsFiles> tls,
        Optional<String> tcpAddress,
        Map<String, String> settings) {
    /// The variable that names how large the disk of a daemon is; without it, it is that of this computer.
    static final String DISK = "QUAYSIDE_TEST_DISK";

    /// Podman lowers its own limit of processes to this.
    private static final long ENOUGH = 32_768;

    /// Isolates the daemon, `$1` is its folder.
    private static final String HERE = """
            mkdir -p /run/containers /run/netns
            mount -t tmpfs tmpfs /run/containers
            mount -t tmpfs tmpfs /run/netns
            folder=$1
            shift
            %s
            exec "$@"
            """;

    /// Gives the daemon a disk of its own, of the size in [#DISK], which ends with it.
    private static final String SMALL_DISK =
            "mkdir -p \"$folder/data\"; [ -z \"${%1$s:-}\" ] || mount -t tmpfs -o \"size=$%1$s\" tmpfs \"$folder/data\""
                    .formatted(DISK);

    /// Isolates the daemon inside another Debian root, `$2`, that sees its folder, `$1`, under the same path.
    /// It has to be the root of the namespace: after a mere `chroot`, what `exec` runs in a container sees
    /// the root of this computer.
    private static final String IN_ROOT = """
            folder=$1 root=$2
            shift 2
            %s
            mount --bind "$root" "$root"
            mkdir -p "$root/sys" "$root/dev" "$root/proc" "$root/run" "$root/var/tmp"
            for place in sys dev proc; do
                mount --rbind "/$place" "$root/$place"
            done
            mount -t tmpfs tmpfs "$root/run"
            mount -t tmpfs tmpfs "$root/var/tmp"
            mkdir -p "$root$folder"
            mount --rbind "$folder" "$root$folder"
            for file in hosts resolv.conf; do
                [ -e "$root/etc/$file" ] || touch "$root/etc/$file"
                [ ! -e "/etc/$file" ] || mount --bind "/etc/$file" "$root/etc/$file"
            done
            mkdir -p "$root/outside"
            cd "$root"
            pivot_root . outside
            cd /
            /outside/bin/busybox umount -l /outside
            exec "$@"
            """;

    List<String> arguments() throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "slave", "sh", "-ec"));
        command.add((installation.root().isPresent() ? IN_ROOT : HERE).formatted(SMALL_DISK));
        command.addAll(List.of("sh", folder.path().toString()));
        installation.root().ifPresent(root -> command.add(root.toString()));
        command.addAll(installation.kind().isDocker() ? docker() : podman());
        return command;
    }

    Map<String, String> environment() {
        return installation.kind().isDocker()
                ? settings
                : Map.of(
                        "TMPDIR", folder.path().toString(),
                        "CONTAINERS_CONF", file("containers.conf"),
                        "CONTAINERS_REGISTRIES_CONF", file("registries.conf"),
                        "CONTAINERS_STORAGE_CONF", file("storage.conf"));
    }

    Path socket() {
        return folder.path().resolve("engine.sock");
    }

    private List<String> docker() throws IOException {
        Files.writeString(folder.path().resolve("daemon.json"), "{}");
        List<String> command = new ArrayList<>(List.of(
                "dockerd",
                "--config-file=" + file("daemon.json"),
                "--data-root=" + file("data"),
                "--exec-root=" + file("exec"),
                "--pidfile=" + file("dockerd.pid"),
                "--bridge=" + folder.bridge().name(),
                "--default-address-pool=base=" + folder.bridge().poolForNetworks() + ",size=24",
                "--cgroup-parent=" + folder.cgroup(),
                "--iptables=false",
                "--ip-forward=false",
                "--host=unix://" + socket()));
        if (installation.kind() != EngineKind.DOCKER_20_10) {
            command.add("--ip6tables=false");
        }
        tcpAddress.ifPresent(address -> command.add("--host=tcp://" + address));
        tls.ifPresent(files -> command.addAll(List.of(
                "--tlsverify",
                "--tlscacert=" + files.ca(),
                "--tlscert=" + files.serverCertificate(),
                "--tlskey=" + files.serverKey())));
        return command;
    }

    private List<String> podman() throws IOException {
        Files.writeString(folder.path().resolve("storage.conf"), """
                [storage]
                driver = "overlay"
                graphroot = "%s"
                runroot = "%s"
                """.formatted(file("data"), file("run")));
        Files.writeString(folder.path().resolve("containers.conf"), """
                [containers]
                default_ulimits = [%s]
                [engine]
                cgroup_manager = "cgroupfs"
                events_logger = "file"
                [network]
                network_backend = "cni"
                network_config_dir = "%s"
                default_subnet_pools = [{"base" = "%s", "size" = 24}]
                """.formatted(
                        ulimits(), file("networks"), folder.bridge().poolForNetworks()));
        // Docker takes a registry on this computer for one that needs no TLS, Podman has to be told.
        Files.writeString(folder.path().resolve("registries.conf"), """
                unqualified-search-registries = ["docker.io"]
                [[registry]]
                location = "127.0.0.1"
                insecure = true
                """);
        Files.createDirectories(folder.path().resolve("networks"));
        Files.writeString(folder.path().resolve("networks/podman.conflist"), defaultNetwork());
        return List.of(
                "podman",
                "--tmpdir=" + file("tmp"),
                "system",
                "service",
                "--time=0",
                tcpAddress.map(address -> "tcp://" + address).orElse("unix://" + socket()));
    }

    /// Podman gives its default network the same bridge in every engine, and refuses the second one.
    private String defaultNetwork() {
        return """
                {"cniVersion": "0.4.0", "name": "podman", "plugins": [
                  {"type": "bridge", "bridge": "%s", "isGateway": true, "ipMasq": true, "hairpinMode": true,
                   "ipam": {"type": "host-local", "routes": [{"dst": "0.0.0.0/0"}], "ranges": [[{"subnet": "%s"}]]}},
                  {"type": "portmap", "capabilities": {"portMappings": true}},
                  {"type": "firewall"},
                  {"type": "tuning"}
                ]}""".formatted(folder.bridge().nameForDefault(), folder.bridge().otherSubnet());
    }

    /// Podman asks for more open files and processes than a root without `CAP_SYS_RESOURCE` may give.
    private static String ulimits() throws IOException {
        List<String> limits = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
            if (line.startsWith("Max open files")) {
                limits.add(ulimit("nofile", line));
            } else if (line.startsWith("Max processes")) {
                limits.add(ulimit("nproc", line));
            }
        }
        return String.join(", ", limits);
    }

    private static String ulimit(String name, String line) {
        String hard = line.split(" {2,}")[2];
        long value = hard.equals("unlimited") ? ENOUGH : Math.min(ENOUGH, Long.parseLong(hard));
        return "\"%s=%d:%d\"".formatted(name, value, value);
    }

    private String file(String name) {
        return folder.path().resolve(name).toString();
    }
}
