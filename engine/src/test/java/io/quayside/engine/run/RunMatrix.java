package io.quayside.engine.run;

import io.quayside.testing.engine.TestImages;
import java.util.List;

/// Lines for the comparison with the real `docker` command line, each without the program's name and the image.
public final class RunMatrix {
    private RunMatrix() {}

    /// @param image what it runs, without the program in front
    private static String busybox(String options, String command) {
        return options + " " + TestImages.BUSYBOX + " " + command;
    }

    /// A folder `/tmp/quayside-run` with files `env` and `labels` has to be there, and networks `shop` (10.213.7.0/24)
    /// and
    /// `Back`.
    public static List<String> lines(String folder) {
        return List.of(
                busybox("", "sh"),
                busybox("-it", ""),
                busybox("-i -a stdin -a stderr", "sh -c 'echo \"$HOME\" && sleep 1'"),
                busybox("-a stdout --tty", "top"),
                TestImages.HTTPD,
                "-p 80 -P --expose 9000-9002/udp --expose 53 " + TestImages.HTTPD,
                "-p 127.0.0.1:18080:80 -p '[::1]:18081:80/tcp' -p 18082-18084:7000-7002 -p 18090-18099:7005/udp -p 127.0.0.1::81 "
                        + TestImages.HTTPD,
                "-p published=18085,target=80,protocol=udp " + TestImages.HTTPD,
                busybox("-e A=1 -e 'B=two words' -e C= -e D --env-file " + folder + "/env", "env"),
                busybox("-l a=b -l c --label d= --label-file " + folder + "/labels", "true"),
                busybox(
                        "-v data:/data -v /anonymous -v /tmp:/host:ro,z -v other:/other:nocopy --volume-driver local",
                        "ls"),
                busybox(
                        "--mount type=bind,source=/tmp,target=/t,readonly,bind-propagation=rslave"
                                + " --mount type=volume,src=named,dst=/n,volume-nocopy,volume-label=x=y"
                                + " --mount type=tmpfs,target=/s,tmpfs-size=1m,tmpfs-mode=1770 --mount target=/anon",
                        "ls"),
                busybox("--tmpfs /run --tmpfs /scratch:rw,size=64k --shm-size 128m", "df"),
                busybox("--read-only --privileged", "id"),
                busybox(
                        "--cap-add NET_ADMIN --cap-add=SYS_TIME --cap-drop MKNOD --security-opt no-new-privileges"
                                + " --security-opt seccomp=unconfined --group-add 10 --group-add audio -u 1000:1000",
                        "id"),
                busybox("--security-opt systempaths=unconfined --cap-drop ALL", "id"),
                busybox("--security-opt seccomp=" + folder + "/seccomp.json", "id"),
                busybox(
                        "-m 64m --memory-reservation 32m --memory-swap 128m --cpus 0.5 --cpu-shares 512 --pids-limit 50"
                                + " --oom-score-adj 200 --cpuset-cpus 0",
                        "true"),
                busybox("-m 1.5g --memory-swap -1 --cpu-period 50000 --cpu-quota 25000 --cpuset-mems 0", "true"),
                busybox("--ulimit nofile=1024:2048 --ulimit core=0 --ulimit memlock=-1:-1", "true"),
                busybox(
                        "--device /dev/null --device /dev/zero:/dev/nothing:r --device /dev/full:rw"
                                + " --device-cgroup-rule 'c 1:3 rwm'",
                        "true"),
                busybox("--gpus all", "true"),
                busybox("--gpus '\"device=0,2\",\"capabilities=compute,utility\"'", "true"),
                busybox("--restart always", "true"),
                busybox("--restart on-failure:5", "true"),
                busybox("--restart unless-stopped --init", "true"),
                busybox("--rm --init=false", "true"),
                busybox(
                        "--hostname harbour --domainname example.org -w /tmp --stop-signal SIGINT --stop-timeout 3",
                        "true"),
                busybox("--stop-timeout 0 --entrypoint ''", "sh"),
                busybox("--entrypoint /bin/echo", "a b"),
                busybox("--entrypoint /bin/echo", ""),
                busybox(
                        "--health-cmd 'test -f /ok || exit 1' --health-interval 1m30s --health-timeout 500ms"
                                + " --health-start-period 2s --health-retries 4",
                        "true"),
                busybox("--no-healthcheck", "true"),
                busybox("--health-retries 9", "true"),
                busybox("--log-driver json-file --log-opt max-size=1m --log-opt max-file=2", "true"),
                busybox("--log-driver none", "true"),
                busybox("--log-opt max-size=2m", "true"),
                busybox(
                        "--dns 192.0.2.53 --dns 2001:db8::1 --dns-option ndots:2 --dns-search example.org --add-host db:192.0.2.7"
                                + " --add-host gate:host-gateway --add-host six:2001:db8::7",
                        "true"),
                busybox("--network host", "true"),
                busybox("--network none", "true"),
                busybox("--network bridge --mac-address 02:42:aa:bb:cc:dd", "true"),
                busybox("--network container:target --pid container:target --ipc container:target", "true"),
                busybox("--link target --link target:db", "true"),
                busybox(
                        "--network shop --network-alias web --network-alias www --ip 10.213.7.77 --link target:db",
                        "true"),
                busybox(
                        "--network name=shop,alias=web,driver-opt=com.example.a=b --mac-address 02:42:aa:bb:cc:ee",
                        "true"),
                busybox("--net Back --net-alias x", "true"),
                busybox("--pid host --uts host --ipc shareable --userns host --cgroupns host", "true"),
                busybox("--ipc none --cgroup-parent /quayside-test", "true"),
                busybox("--sysctl net.ipv4.ip_forward=1 --sysctl net.core.somaxconn=512 --runtime runc", "true"),
                busybox("--volumes-from target:ro", "true"),
                busybox("--platform linux/amd64 --pull never", "true"),
                busybox("--blkio-weight 300 --oom-kill-disable --memory-swappiness 10", "true"));
    }
}
