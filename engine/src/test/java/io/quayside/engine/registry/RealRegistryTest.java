package io.quayside.engine.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.credential.Login;
import io.quayside.engine.credential.RegistryServer;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real registry: open, with an account, and with a certificate of an authority of its own.
@Timeout(120)
class RealRegistryTest {
    @TempDir
    Path folder;

    private static RegistryClient client(TestRegistry registry, Optional<Login> login, List<Path> certificates)
            throws RegistryException {
        return RegistryClient.open(RemoteRepository.ofImage(registry.address() + "/team/app"), login, certificates);
    }

    private static String digestOfPush(TestEngine engine, String image) {
        engine.docker("tag", TestImages.BUSYBOX, image);
        String words = engine.docker("push", image);
        return words.replaceAll("(?s).*digest: (sha256:[0-9a-f]{64}).*", "$1");
    }

    @Test
    void tagsAndDigestsOfAnOpenRegistry() throws Exception {
        TestEngine engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        try (TestRegistry registry = TestRegistry.start()) {
            String digest = "";
            for (int i = 1; i <= 5; i++) {
                digest = digestOfPush(engine, registry.address() + "/team/app:" + i);
            }
            RegistryClient client = client(registry, Optional.empty(), List.of());

            List<String> tags = new ArrayList<>();
            TagPage page = client.tags(Optional.empty(), 2);
            while (true) {
                tags.addAll(page.tags());
                if (page.next().isEmpty()) {
                    break;
                }
                page = client.tags(page.next(), 2);
            }

            assertEquals(
                    List.of("1", "2", "3", "4", "5"), tags.stream().sorted().toList());
            assertEquals(Optional.of(digest), client.digest("3"));
            assertThrows(RegistryException.NotFound.class, () -> client.digest("none"));
        }
    }

    @Test
    void anAccountIsNeededWhereOneIs() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String server = RegistryServer.ofTyped(registry.address());
            Login right = Login.withPassword(server, TestRegistry.USER, TestRegistry.PASSWORD);
            Login wrong = Login.withPassword(server, TestRegistry.USER, "close sesame");

            assertThrows(
                    RegistryException.Denied.class,
                    () -> client(registry, Optional.empty(), List.of()).digest("1"));
            assertThrows(
                    RegistryException.Denied.class,
                    () -> client(registry, Optional.of(wrong), List.of()).digest("1"));
            assertThrows(
                    RegistryException.NotFound.class,
                    () -> client(registry, Optional.of(right), List.of()).digest("1"));
        }
    }

    @Test
    void certificateOfItsOwnAuthorityIsTrustedOnceItIsInCertsD() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithTls()) {
            RegistryException.Untrusted untrusted = assertThrows(
                    RegistryException.Untrusted.class,
                    () -> client(registry, Optional.empty(), List.of(folder)).digest("1"));
            assertEquals("CN=Test authority", untrusted.issuer());

            Path own = Files.createDirectories(folder.resolve(registry.address()));
            Files.copy(registry.authority(), own.resolve("ca.crt"));

            assertThrows(
                    RegistryException.NotFound.class,
                    () -> client(registry, Optional.empty(), List.of(folder)).digest("1"));
        }
    }

    @Test
    void doorSaysWhetherItIsOpenAndEncrypted() throws Exception {
        try (TestRegistry open = TestRegistry.start();
                TestRegistry closed = TestRegistry.startWithAccount();
                TestRegistry encrypted = TestRegistry.startWithTls()) {
            Path own = Files.createDirectories(folder.resolve(encrypted.address()));
            Files.copy(encrypted.authority(), own.resolve("ca.crt"));

            assertEquals(new RegistryClient.Door("", true), knock(open));
            assertEquals(new RegistryClient.Door("", false), knock(closed));
            assertEquals(new RegistryClient.Door("TLS 1.3", true), knock(encrypted));
        }
    }

    private RegistryClient.Door knock(TestRegistry registry) throws RegistryException {
        return RegistryClient.open(registry.address(), List.of(folder)).knock();
    }
}
