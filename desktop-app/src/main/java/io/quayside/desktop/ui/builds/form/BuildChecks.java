package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.builds.form.BuildFault.Part;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.dockerfile.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wrong with a draft, as far as it can be said without the engine.
final class BuildChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+/[a-z0-9_]+(/[a-z0-9.]+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]*");

    private BuildChecks() {}

    /// @param dockerfile what it says, once that is known
    /// @param secretsRefused why the builder takes none; empty if it does
    static List<BuildFault> of(BuildDraft draft, Optional<Dockerfile> dockerfile, Optional<String> secretsRefused) {
        List<BuildFault> all = new ArrayList<>();
        draft.tags().forEach(tag -> tagFault(tag).ifPresent(words -> all.add(new BuildFault(Part.TAGS, words))));
        names(draft.arguments(), Part.ARGUMENTS, "argument", all);
        draft.labels().stream()
                .filter(label -> label.name().isBlank())
                .findFirst()
                .ifPresent(label -> all.add(new BuildFault(Part.LABELS, "A label needs a name.")));
        twice(draft.labels(), Part.LABELS, "label", all);
        target(draft.target(), dockerfile).ifPresent(words -> all.add(new BuildFault(Part.TARGET, words)));
        if (!draft.platform().isEmpty() && !PLATFORM.matcher(draft.platform()).matches()) {
            all.add(new BuildFault(Part.PLATFORM, "A platform is a system and an architecture, such as linux/arm64."));
        }
        if (!draft.network().isEmpty() && !WORD.matcher(draft.network()).matches()) {
            all.add(new BuildFault(Part.NETWORK, "A network is default, none, host or the name of one."));
        }
        secrets(draft.secrets(), secretsRefused).ifPresent(words -> all.add(new BuildFault(Part.SECRETS, words)));
        return all;
    }

    /// Why an image can't have this name.
    static Optional<String> tagFault(String tag) {
        return tag.contains("@")
                ? Optional.of("An image gets its digest from what is in it. Leave out what stands from the @ on.")
                : TypedName.fault(tag);
    }

    private static void names(List<NamedValue> values, Part part, String noun, List<BuildFault> all) {
        values.stream()
                .filter(one -> !NAME.matcher(one.name()).matches())
                .findFirst()
                .ifPresent(one -> all.add(new BuildFault(
                        part,
                        "The name of an " + noun + " has letters, digits and _, and doesn’t begin with a digit.")));
        twice(values, part, noun, all);
    }

    private static void twice(List<NamedValue> values, Part part, String noun, List<BuildFault> all) {
        Set<String> seen = new HashSet<>();
        values.stream()
                .filter(one -> !seen.add(one.name()))
                .findFirst()
                .ifPresent(one -> all.add(
                        new BuildFault(part, "The " + noun + " " + SafeText.line(one.name()) + " is there twice.")));
    }

    private static Optional<String> target(String target, Optional<Dockerfile> dockerfile) {
        if (target.isEmpty() || dockerfile.isEmpty()) {
            return Optional.empty();
        }
        List<Stage> stages = dockerfile.get().stages();
        boolean number = target.chars().allMatch(c -> c >= '0' && c <= '9') && target.length() < 5;
        boolean there = number
                ? Integer.parseInt(target) < stages.size()
                : stages.stream().anyMatch(stage -> stage.name().equals(target.toLowerCase(Locale.ROOT)));
        return there ? Optional.empty() : Optional.of("The Dockerfile has no stage " + SafeText.line(target) + ".");
    }

    private static Optional<String> secrets(List<SecretSource> secrets, Optional<String> refused) {
        if (secrets.isEmpty()) {
            return Optional.empty();
        }
        if (refused.isPresent()) {
            return refused;
        }
        if (secrets.stream().anyMatch(one -> one.id().isBlank() || one.source().isBlank())) {
            return Optional.of("A secret needs an id, and a file or a variable that has it.");
        }
        if (secrets.stream().anyMatch(one -> one.secret().isEmpty())) {
            return Optional.of("The file of a secret is named by its whole path.");
        }
        Set<String> seen = new HashSet<>();
        return secrets.stream()
                .filter(one -> !seen.add(one.id()))
                .findFirst()
                .map(one -> "The secret " + SafeText.line(one.id()) + " is there twice.");
    }
}
