package io.quayside.engine.run;

import io.quayside.engine.model.Namespaces;
import io.quayside.engine.model.SecuritySettings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a container may do, and what it shares.
final class SecurityOptions {
    /// What `--security-opt systempaths=unconfined` says; it isn't sent.
    static final String OPEN_PATHS = "systempaths=unconfined";

    private static final String ALL = "ALL";
    private static final String SECCOMP = "seccomp";

    private SecurityOptions() {}

    static SecuritySettings read(RunSpec run, RunSurroundings surroundings) throws RunValueException {
        List<String> options = new ArrayList<>();
        boolean open = false;
        for (String value : run.values(RunFlag.SECURITY_OPT)) {
            String option = option(value, surroundings);
            if (option.equals(OPEN_PATHS)) {
                open = true;
            } else {
                options.add(option);
            }
        }
        Set<String> added = capabilities(run.values(RunFlag.CAP_ADD));
        Set<String> dropped = capabilities(run.values(RunFlag.CAP_DROP));
        Optional<List<String>> paths = open ? Optional.of(List.of()) : Optional.empty();
        return SecuritySettings.builder()
                .privileged(run.isOn(RunFlag.PRIVILEGED))
                .readonlyRootfs(run.isOn(RunFlag.READ_ONLY))
                .capAdd(List.copyOf(added))
                .capDrop(dropped.stream().filter(name -> !added.contains(name)).toList())
                .groupAdd(run.values(RunFlag.GROUP_ADD))
                .securityOpt(options)
                .maskedPaths(paths)
                .readonlyPaths(paths)
                .build();
    }

    /// With the prefix that engines know them by; all of them are no more than "ALL".
    private static Set<String> capabilities(List<String> names) {
        Set<String> whole = new TreeSet<>();
        for (String name : names) {
            String upper = name.strip().toUpperCase(Locale.ROOT);
            whole.add(upper.equals(ALL) || upper.startsWith("CAP_") ? upper : "CAP_" + upper);
        }
        return whole.contains(ALL) ? Set.of(ALL) : whole;
    }

    private static String option(String value, RunSurroundings surroundings) throws RunValueException {
        String separator = value.contains("=") ? "=" : ":";
        String name = Values.before(value, separator);
        String text = Values.after(value, separator);
        if (text.isEmpty() && !name.equals("no-new-privileges")) {
            throw new RunValueException(
                    RunFlag.SECURITY_OPT,
                    value,
                    "“" + value + "” has to be a name and a value, such as seccomp=unconfined.");
        }
        return name.equals(SECCOMP)
                        && !Set.of("default", "builtin", "unconfined").contains(text)
                        && !text.startsWith("{")
                ? SECCOMP + "=" + profile(value, text, surroundings)
                : value;
    }

    /// The engine gets the profile, not the name of its file.
    private static String profile(String value, String file, RunSurroundings surroundings) throws RunValueException {
        try {
            JsonMapper mapper = JsonMapper.shared();
            return mapper.writeValueAsString(
                    mapper.readTree(surroundings.read(Path.of(Folders.absolute(file, surroundings)))));
        } catch (IOException | InvalidPathException | JacksonException e) {
            throw new RunValueException(
                    RunFlag.SECURITY_OPT, value, "The seccomp profile “" + file + "” can't be read.");
        }
    }

    static Namespaces namespaces(RunSpec run) throws RunValueException {
        String cgroup = run.value(RunFlag.CGROUPNS).orElse("");
        if (!Set.of("", "host", "private").contains(cgroup)) {
            throw new RunValueException(RunFlag.CGROUPNS, cgroup, "“" + cgroup + "” is not host or private.");
        }
        Values values = new Values(run);
        return Namespaces.builder()
                .ipc(values.text(RunFlag.IPC))
                .pid(shared(RunFlag.PID, values))
                .uts(shared(RunFlag.UTS, values))
                .user(values.text(RunFlag.USERNS))
                .cgroup(cgroup)
                .build();
    }

    private static String shared(RunFlag flag, Values values) throws RunValueException {
        String mode = values.text(flag);
        boolean other = flag == RunFlag.PID && mode.startsWith("container:") && mode.length() > "container:".length();
        if (!mode.isEmpty() && !mode.equals("host") && !mode.equals("private") && !other) {
            throw new RunValueException(
                    flag, mode, "“" + mode + "” is not host" + (flag == RunFlag.PID ? " or container:NAME." : "."));
        }
        return mode;
    }
}
