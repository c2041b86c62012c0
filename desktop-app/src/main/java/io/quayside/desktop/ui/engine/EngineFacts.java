package io.quayside.desktop.ui.engine;

import io.quayside.desktop.machine.Figures;
import io.quayside.desktop.machine.MachineFacts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the state card says about an engine that answers.
///
/// @param versions "Docker 28.5.2, API 1.51, containerd 1.7.28"
/// @param facts label and value of each row, in reading order
/// @param beside the same for a second column; empty for an engine that is in no machine of Quayside's
/// @param warnings what the engine itself finds wrong with its machine
/// @param since when its machine was started; empty for an engine in none, which doesn't tell
public record EngineFacts(
        String versions, List<Fact> facts, List<Fact> beside, List<String> warnings, Optional<Instant> since) {
    /// What a distribution adds to the version of its kernel.
    private static final Pattern KERNEL_DETAILS = Pattern.compile("[-+].*$");

    /// One row.
    ///
    /// @param tip more about it, or empty
    /// @param changes whether it can be changed in the settings
    public record Fact(String label, String value, String tip, boolean changes) {
        Fact(String label, String value) {
            this(label, value, "", false);
        }

        public Fact {
            value = SafeText.line(value);
        }
    }

    public EngineFacts {
        facts = List.copyOf(facts);
        beside = List.copyOf(beside);
        warnings = List.copyOf(warnings);
    }

    /// @param own whether Quayside started the engine
    /// @param apiVersion the version that calls use
    static EngineFacts of(EngineInfo info, EngineVersion version, String apiVersion, boolean own) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Machine", info.name() + ", " + version.os() + " " + version.kernelVersion() + " " + version.arch()));
        facts.add(new Fact("System", info.operatingSystem()));
        facts.add(new Fact("Resources", cores(info.cpus()) + ", " + Sizes.of(info.memory()) + " memory"));
        facts.add(new Fact("Storage", info.driver() + ", in " + info.rootFolder()));
        facts.add(new Fact("Cgroups", cgroups(info)));
        facts.add(new Fact("Service", service(info, own)));
        return new EngineFacts(versions(version, apiVersion), facts, List.of(), info.warnings(), Optional.empty());
    }

    /// The same for an engine in a machine of Quayside's.
    static EngineFacts of(EngineInfo info, EngineVersion version, String apiVersion, MachineFacts machine) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Machine",
                machine.name() + ", Linux "
                        + KERNEL_DETAILS.matcher(version.kernelVersion()).replaceFirst("") + " " + version.arch(),
                version.os() + " " + version.kernelVersion(),
                false));
        facts.add(new Fact("Hypervisor", machine.hypervisor(), machine.reason(), false));
        facts.add(new Fact("Resources", Figures.of(machine.resources()), "", true));
        List<Fact> beside = new ArrayList<>();
        beside.add(new Fact("Disk", Sizes.of(machine.resources().diskBytes()) + ", grows as needed"));
        beside.add(new Fact(
                "On this computer",
                Sizes.of(machine.disk().bytes()) + " in "
                        + machine.disk().file().getFileName(),
                machine.disk().file().toString(),
                false));
        return new EngineFacts(versions(version, apiVersion), facts, beside, info.warnings(), machine.since());
    }

    private static String versions(EngineVersion version, String apiVersion) {
        StringBuilder text = new StringBuilder(version.isPodman() ? "Podman " : "Docker ")
                .append(version.version())
                .append(", API ")
                .append(apiVersion);
        version.components().stream()
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals("containerd"))
                .findFirst()
                .ifPresent(part -> text.append(", containerd ").append(part.version()));
        return text.toString();
    }

    private static String cores(long cpus) {
        return cpus == 1 ? "1 CPU" : cpus + " CPUs";
    }

    private static String cgroups(EngineInfo info) {
        String version = info.cgroupVersion().isEmpty() ? "Version not told" : "Version " + info.cgroupVersion();
        return info.cgroupDriver().isEmpty() ? version : version + ", " + info.cgroupDriver();
    }

    private static String service(EngineInfo info, boolean own) {
        String whose = own ? "Quayside's own" : "Not started by Quayside";
        return whose + (info.isRootless() ? ", without root's rights" : ", with root's rights");
    }
}
