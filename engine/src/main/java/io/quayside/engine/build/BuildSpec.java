package io.quayside.engine.build;

import io.quayside.engine.credential.Login;
import java.util.List;
import java.util.Map;

/// What a build is told (`POST /build`). Immutable; each `with` returns a changed copy.
///
/// @param dockerfile its path in the context
/// @param tags names of the image, such as `app:1`; may be none
/// @param arguments values of the Dockerfile's `ARG`s
/// @param labels labels of the image
/// @param target the stage to stop at, or empty
/// @param platform such as `linux/arm64`, or empty
/// @param network the network of `RUN`, such as `none`, or empty
/// @param noCache build every step anew
/// @param pull look for newer base images
/// @param logins for the registries of base images
/// @param secrets for steps that ask for them; BuildKit only
public record BuildSpec(
        String dockerfile,
        List<String> tags,
        Map<String, String> arguments,
        Map<String, String> labels,
        String target,
        String platform,
        String network,
        boolean noCache,
        boolean pull,
        List<Login> logins,
        List<BuildSecret> secrets) {
    public BuildSpec {
        tags = List.copyOf(tags);
        arguments = Map.copyOf(arguments);
        labels = Map.copyOf(labels);
        logins = List.copyOf(logins);
        secrets = List.copyOf(secrets);
    }

    /// A build by the file `Dockerfile`.
    public static BuildSpec tagged(String... tags) {
        return new BuildSpec(
                "Dockerfile", List.of(tags), Map.of(), Map.of(), "", "", "", false, false, List.of(), List.of());
    }

    /// By another file of the context.
    public BuildSpec withDockerfile(String path) {
        return new BuildSpec(path, tags, arguments, labels, target, platform, network, noCache, pull, logins, secrets);
    }

    /// With values of arguments.
    public BuildSpec withArguments(Map<String, String> values) {
        return new BuildSpec(
                dockerfile, tags, values, labels, target, platform, network, noCache, pull, logins, secrets);
    }

    /// With labels.
    public BuildSpec withLabels(Map<String, String> values) {
        return new BuildSpec(
                dockerfile, tags, arguments, values, target, platform, network, noCache, pull, logins, secrets);
    }

    /// Up to a stage.
    public BuildSpec withTarget(String stage) {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, stage, platform, network, noCache, pull, logins, secrets);
    }

    /// For a platform.
    public BuildSpec withPlatform(String name) {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, target, name, network, noCache, pull, logins, secrets);
    }

    /// In a network.
    public BuildSpec withNetwork(String name) {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, target, platform, name, noCache, pull, logins, secrets);
    }

    /// Without the cache.
    public BuildSpec withoutCache() {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, target, platform, network, true, pull, logins, secrets);
    }

    /// With newer base images.
    public BuildSpec withPull() {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, target, platform, network, noCache, true, logins, secrets);
    }

    /// With logins.
    public BuildSpec withLogins(List<Login> known) {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, target, platform, network, noCache, pull, known, secrets);
    }

    /// With secrets.
    public BuildSpec withSecrets(List<BuildSecret> found) {
        return new BuildSpec(
                dockerfile, tags, arguments, labels, target, platform, network, noCache, pull, logins, found);
    }
}
