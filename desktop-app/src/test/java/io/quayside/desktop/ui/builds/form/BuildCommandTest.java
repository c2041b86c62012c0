package io.quayside.desktop.ui.builds.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.builds.BuildRequest;
import io.quayside.engine.build.BuildSecret;
import io.quayside.engine.dockerfile.Dockerfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildCommandTest {
    private static final BuildRequest EVERYTHING = new BuildRequest(
            Path.of("/home/me/my code"),
            "docker/app.Dockerfile",
            List.of("app:1", "registry.example:5000/app:1"),
            Map.of("API_TOKEN", "hunter22"),
            "final",
            "linux/arm64",
            Map.of("of", "me & you"),
            "none",
            List.of(new BuildSecret.OfFile("key", Path.of("/k")), new BuildSecret.OfVariable("pass", "PASS")),
            true,
            true);

    @Test
    void aShellCanRunTheWholeLine() {
        assertEquals("""
                docker build \\
                  -t app:1 \\
                  -t registry.example:5000/app:1 \\
                  -f '/home/me/my code/docker/app.Dockerfile' \\
                  --build-arg API_TOKEN=hunter22 \\
                  --target final \\
                  --platform linux/arm64 \\
                  --label 'of=me & you' \\
                  --network none \\
                  --secret id=key,src=/k \\
                  --secret id=pass,env=PASS \\
                  --no-cache \\
                  --pull \\
                  '/home/me/my code'""", BuildCommand.render(EVERYTHING));
    }

    @Test
    void whatIsCalledASecretIsDottedWhereItIsShown() {
        assertTrue(BuildCommand.rows(EVERYTHING).stream()
                .noneMatch(row -> row.shown().contains("hunter22")));
    }

    @Test
    void theFormSaysTheSameAgain() {
        BuildDraft draft = BuildDraft.of(EVERYTHING);
        assertEquals(EVERYTHING, draft.request(EVERYTHING.folder(), EVERYTHING.dockerfile()));
    }

    @Test
    void faultsAreToldAtTheirFields() {
        Dockerfile file = Dockerfile.of("FROM a AS one\nFROM b\n");
        BuildDraft draft = BuildDraft.EMPTY
                .withTags(List.of("Bad Name", "fine:1", "a@sha256:" + "0".repeat(64)))
                .withArguments(List.of(new NamedValue("1x", ""), new NamedValue("A", ""), new NamedValue("A", "")))
                .withTarget("two")
                .withPlatform("arm64")
                .withNetwork("a b")
                .withLabels(List.of(new NamedValue("", "x")))
                .withSecrets(List.of(new SecretSource("id", true, "relative")));
        assertEquals(
                List.of(
                        BuildFault.Part.TAGS,
                        BuildFault.Part.TAGS,
                        BuildFault.Part.ARGUMENTS,
                        BuildFault.Part.ARGUMENTS,
                        BuildFault.Part.LABELS,
                        BuildFault.Part.TARGET,
                        BuildFault.Part.PLATFORM,
                        BuildFault.Part.NETWORK,
                        BuildFault.Part.SECRETS),
                BuildChecks.of(draft, Optional.of(file), Optional.empty()).stream()
                        .map(BuildFault::part)
                        .toList());
        assertEquals(
                List.of(),
                BuildChecks.of(
                        BuildDraft.EMPTY
                                .withTags(List.of("a/b:1"))
                                .withTarget("ONE")
                                .withPlatform("linux/arm/v7"),
                        Optional.of(file),
                        Optional.empty()));
        assertEquals(
                List.of(new BuildFault(BuildFault.Part.SECRETS, "No BuildKit.")),
                BuildChecks.of(
                        BuildDraft.EMPTY.withSecrets(List.of(new SecretSource("id", false, "X"))),
                        Optional.of(file),
                        Optional.of("No BuildKit.")));
    }
}
