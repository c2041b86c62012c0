package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.BuildRequest;
import io.quayside.engine.build.BuildSecret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the form says, as it is typed.
///
/// @param folder an absolute path, or anything
/// @param dockerfile its path in the folder, empty for the one that is found
record BuildDraft(
        String folder,
        String dockerfile,
        List<String> tags,
        List<NamedValue> arguments,
        String target,
        String platform,
        List<NamedValue> labels,
        String network,
        List<SecretSource> secrets,
        boolean noCache,
        boolean pull) {
    static final BuildDraft EMPTY =
            new BuildDraft("", "", List.of(), List.of(), "", "", List.of(), "", List.of(), false, false);

    BuildDraft {
        tags = List.copyOf(tags);
        arguments = List.copyOf(arguments);
        labels = List.copyOf(labels);
        secrets = List.copyOf(secrets);
    }

    static BuildDraft of(BuildRequest request) {
        return new BuildDraft(
                request.folder().toString(),
                request.dockerfile(),
                request.tags(),
                NamedValue.list(request.arguments()),
                request.target(),
                request.platform(),
                NamedValue.list(request.labels()),
                request.network(),
                request.secrets().stream().map(SecretSource::of).toList(),
                request.noCache(),
                request.pull());
    }

    /// The same for a build in a folder that is there.
    BuildRequest request(Path in, String by) {
        List<BuildSecret> known = secrets.stream()
                .map(SecretSource::secret)
                .flatMap(Optional::stream)
                .toList();
        return new BuildRequest(
                in,
                by,
                tags,
                NamedValue.map(arguments),
                target,
                platform,
                NamedValue.map(labels),
                network,
                known,
                noCache,
                pull);
    }

    BuildDraft withFolder(String now) {
        return new BuildDraft(
                now, dockerfile, tags, arguments, target, platform, labels, network, secrets, noCache, pull);
    }

    BuildDraft withDockerfile(String now) {
        return new BuildDraft(folder, now, tags, arguments, target, platform, labels, network, secrets, noCache, pull);
    }

    BuildDraft withTags(List<String> now) {
        return new BuildDraft(
                folder, dockerfile, now, arguments, target, platform, labels, network, secrets, noCache, pull);
    }

    BuildDraft withArguments(List<NamedValue> now) {
        return new BuildDraft(folder, dockerfile, tags, now, target, platform, labels, network, secrets, noCache, pull);
    }

    BuildDraft withTarget(String now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, now, platform, labels, network, secrets, noCache, pull);
    }

    BuildDraft withPlatform(String now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, target, now, labels, network, secrets, noCache, pull);
    }

    BuildDraft withLabels(List<NamedValue> now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, target, platform, now, network, secrets, noCache, pull);
    }

    BuildDraft withNetwork(String now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, target, platform, labels, now, secrets, noCache, pull);
    }

    BuildDraft withSecrets(List<SecretSource> now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, target, platform, labels, network, now, noCache, pull);
    }

    BuildDraft withNoCache(boolean now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, target, platform, labels, network, secrets, now, pull);
    }

    BuildDraft withPull(boolean now) {
        return new BuildDraft(
                folder, dockerfile, tags, arguments, target, platform, labels, network, secrets, noCache, now);
    }
}
