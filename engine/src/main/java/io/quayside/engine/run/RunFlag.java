package io.quayside.engine.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The options of `docker run`, from 20.10 to 28.
public enum RunFlag {
    DETACH("detach", "d", Kind.SWITCH),
    INTERACTIVE("interactive", "i", Kind.SWITCH),
    TTY("tty", "t", Kind.SWITCH),
    RM("rm", "", Kind.SWITCH),
    NAME("name", "", Kind.ONE),
    PUBLISH("publish", "p", Kind.MANY),
    PUBLISH_ALL("publish-all", "P", Kind.SWITCH),
    EXPOSE("expose", "", Kind.MANY),
    ENV("env", "e", Kind.MANY),
    ENV_FILE("env-file", "", Kind.MANY),
    VOLUME("volume", "v", Kind.MANY),
    MOUNT("mount", "", Kind.MANY),
    TMPFS("tmpfs", "", Kind.MANY),
    VOLUMES_FROM("volumes-from", "", Kind.MANY),
    VOLUME_DRIVER("volume-driver", "", Kind.ONE),
    NETWORK("network", "", Kind.MANY, "net"),
    NETWORK_ALIAS("network-alias", "", Kind.MANY, "net-alias"),
    IP("ip", "", Kind.ONE),
    IP6("ip6", "", Kind.ONE),
    LINK_LOCAL_IP("link-local-ip", "", Kind.MANY),
    MAC_ADDRESS("mac-address", "", Kind.ONE),
    LINK("link", "", Kind.MANY),
    DNS("dns", "", Kind.MANY),
    DNS_OPTION("dns-option", "", Kind.MANY, "dns-opt"),
    DNS_SEARCH("dns-search", "", Kind.MANY),
    ADD_HOST("add-host", "", Kind.MANY),
    RESTART("restart", "", Kind.ONE),
    CPUS("cpus", "", Kind.ONE),
    MEMORY("memory", "m", Kind.ONE),
    MEMORY_RESERVATION("memory-reservation", "", Kind.ONE),
    MEMORY_SWAP("memory-swap", "", Kind.ONE),
    MEMORY_SWAPPINESS("memory-swappiness", "", Kind.ONE),
    CPU_SHARES("cpu-shares", "c", Kind.ONE),
    CPU_PERIOD("cpu-period", "", Kind.ONE),
    CPU_QUOTA("cpu-quota", "", Kind.ONE),
    CPU_RT_PERIOD("cpu-rt-period", "", Kind.ONE),
    CPU_RT_RUNTIME("cpu-rt-runtime", "", Kind.ONE),
    CPUSET_CPUS("cpuset-cpus", "", Kind.ONE),
    CPUSET_MEMS("cpuset-mems", "", Kind.ONE),
    PIDS_LIMIT("pids-limit", "", Kind.ONE),
    OOM_KILL_DISABLE("oom-kill-disable", "", Kind.SWITCH),
    OOM_SCORE_ADJ("oom-score-adj", "", Kind.ONE),
    SHM_SIZE("shm-size", "", Kind.ONE),
    ULIMIT("ulimit", "", Kind.MANY),
    BLKIO_WEIGHT("blkio-weight", "", Kind.ONE),
    BLKIO_WEIGHT_DEVICE("blkio-weight-device", "", Kind.MANY),
    DEVICE_READ_BPS("device-read-bps", "", Kind.MANY),
    DEVICE_READ_IOPS("device-read-iops", "", Kind.MANY),
    DEVICE_WRITE_BPS("device-write-bps", "", Kind.MANY),
    DEVICE_WRITE_IOPS("device-write-iops", "", Kind.MANY),
    CPU_COUNT("cpu-count", "", Kind.ONE),
    CPU_PERCENT("cpu-percent", "", Kind.ONE),
    IO_MAXBANDWIDTH("io-maxbandwidth", "", Kind.ONE),
    IO_MAXIOPS("io-maxiops", "", Kind.ONE),
    KERNEL_MEMORY("kernel-memory", "", Kind.ONE),
    STORAGE_OPT("storage-opt", "", Kind.MANY),
    HOSTNAME("hostname", "h", Kind.ONE),
    DOMAINNAME("domainname", "", Kind.ONE),
    USER("user", "u", Kind.ONE),
    GROUP_ADD("group-add", "", Kind.MANY),
    WORKDIR("workdir", "w", Kind.ONE),
    ENTRYPOINT("entrypoint", "", Kind.ONE),
    INIT("init", "", Kind.SWITCH),
    PRIVILEGED("privileged", "", Kind.SWITCH),
    READ_ONLY("read-only", "", Kind.SWITCH),
    CAP_ADD("cap-add", "", Kind.MANY),
    CAP_DROP("cap-drop", "", Kind.MANY),
    SECURITY_OPT("security-opt", "", Kind.MANY),
    DEVICE("device", "", Kind.MANY),
    DEVICE_CGROUP_RULE("device-cgroup-rule", "", Kind.MANY),
    GPUS("gpus", "", Kind.MANY),
    SYSCTL("sysctl", "", Kind.MANY),
    LABEL("label", "l", Kind.MANY),
    LABEL_FILE("label-file", "", Kind.MANY),
    ANNOTATION("annotation", "", Kind.MANY),
    LOG_DRIVER("log-driver", "", Kind.ONE),
    LOG_OPT("log-opt", "", Kind.MANY),
    HEALTH_CMD("health-cmd", "", Kind.ONE),
    HEALTH_INTERVAL("health-interval", "", Kind.ONE),
    HEALTH_RETRIES("health-retries", "", Kind.ONE),
    HEALTH_START_INTERVAL("health-start-interval", "", Kind.ONE),
    HEALTH_START_PERIOD("health-start-period", "", Kind.ONE),
    HEALTH_TIMEOUT("health-timeout", "", Kind.ONE),
    NO_HEALTHCHECK("no-healthcheck", "", Kind.SWITCH),
    STOP_SIGNAL("stop-signal", "", Kind.ONE),
    STOP_TIMEOUT("stop-timeout", "", Kind.ONE),
    IPC("ipc", "", Kind.ONE),
    PID("pid", "", Kind.ONE),
    UTS("uts", "", Kind.ONE),
    USERNS("userns", "", Kind.ONE),
    CGROUPNS("cgroupns", "", Kind.ONE),
    CGROUP_PARENT("cgroup-parent", "", Kind.ONE),
    RUNTIME("runtime", "", Kind.ONE),
    ISOLATION("isolation", "", Kind.ONE),
    PLATFORM("platform", "", Kind.ONE),
    PULL("pull", "", Kind.ONE),
    ATTACH("attach", "a", Kind.MANY),
    CIDFILE("cidfile", "", Kind.ONE),
    DETACH_KEYS("detach-keys", "", Kind.ONE),
    SIG_PROXY("sig-proxy", "", Kind.SWITCH),
    DISABLE_CONTENT_TRUST("disable-content-trust", "", Kind.SWITCH),
    QUIET("quiet", "q", Kind.SWITCH);

    /// How an option takes values.
    public enum Kind {
        /// On or off.
        SWITCH,
        /// One value; the last one counts.
        ONE,
        /// Any number of values.
        MANY
    }

    private static final Map<String, RunFlag> BY_NAME = new HashMap<>();

    static {
        for (RunFlag flag : values()) {
            BY_NAME.put(flag.longName, flag);
            if (!flag.olderName.isEmpty()) {
                BY_NAME.put(flag.olderName, flag);
            }
            if (!flag.letter.isEmpty()) {
                BY_NAME.put(flag.letter, flag);
            }
        }
    }

    private final String longName;
    private final String letter;
    private final Kind kind;
    private final String olderName;

    RunFlag(String longName, String letter, Kind kind) {
        this(longName, letter, kind, "");
    }

    RunFlag(String longName, String letter, Kind kind, String olderName) {
        this.longName = longName;
        this.letter = letter;
        this.kind = kind;
        this.olderName = olderName;
    }

    /// The option of this long name, such as `publish`.
    public static Optional<RunFlag> ofLong(String name) {
        return name.length() < 2 ? Optional.empty() : Optional.ofNullable(BY_NAME.get(name));
    }

    /// The option of this letter, such as `p`.
    public static Optional<RunFlag> ofLetter(String letter) {
        return letter.length() == 1 ? Optional.ofNullable(BY_NAME.get(letter)) : Optional.empty();
    }

    public Kind kind() {
        return kind;
    }

    /// The name without dashes, such as `publish`.
    public String longName() {
        return longName;
    }

    /// As it is written: by its letter where people know that better, such as `-p`, else `--memory`.
    public String written() {
        return switch (this) {
            case DETACH, INTERACTIVE, TTY, PUBLISH, PUBLISH_ALL, ENV, VOLUME -> "-" + letter;
            default -> "--" + longName;
        };
    }

    /// Only about the client of the line, not about the container.
    public boolean isOfTheClient() {
        return Arrays.asList(PULL, CIDFILE, DETACH_KEYS, SIG_PROXY, DISABLE_CONTENT_TRUST, QUIET)
                .contains(this);
    }
}
