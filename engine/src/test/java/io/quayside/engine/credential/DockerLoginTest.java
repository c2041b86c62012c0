package io.quayside.engine.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.PushSpec;
import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// The real `docker login` and this client on the same file and the same helper, with a real registry and engine.
@Timeout(120)
class DockerLoginTest {
    @TempDir
    Path folder;

    private TestEngine daemon;
    private TestRegistry registry;
    private Engine engine;
    private TestHelper helper;
    private DockerCredentials credentials;

    @BeforeEach
    void start() throws Exception {
        daemon = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(daemon);
        registry = TestRegistry.startWithAccount();
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(daemon.socket()));
        helper = TestHelper.create(folder);
        credentials = new DockerCredentials(folder, helper.runner());
    }

    @AfterEach
    void stop() {
        engine.close();
        registry.close();
    }

    private void use(boolean withHelper) throws IOException {
        Files.writeString(
                folder.resolve("config.json"), withHelper ? "{\"credsStore\":\"" + TestHelper.NAME + "\"}" : "{}");
    }

    private Command docker(String... words) {
        List<String> all = new ArrayList<>(List.of("docker", "--config", folder.toString(), "--host", daemon.host()));
        all.addAll(List.of(words));
        return Command.of(all).withEnvironment("PATH", helper.path());
    }

    private CommandResult dockerPush() {
        String image = registry.address() + "/team/app:1";
        daemon.docker("tag", TestImages.BUSYBOX, image);
        return docker("push", image).run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatDockerStoredIsReadHere(boolean withHelper) throws Exception {
        use(withHelper);

        docker("login", "-u", TestRegistry.USER, "--password-stdin", registry.address())
                .withInput(TestRegistry.PASSWORD.getBytes(StandardCharsets.UTF_8))
                .run()
                .orFail();

        Login login = credentials.login(registry.address()).orElseThrow();
        assertEquals(TestRegistry.USER, login.username());
        assertEquals(TestRegistry.PASSWORD, login.secret());
        assertEquals(
                List.of(new StoredLogin(
                        registry.address(),
                        TestRegistry.USER,
                        withHelper ? "docker-credential-" + TestHelper.NAME : "",
                        "")),
                credentials.list());
        engine.images().tag(TestImages.BUSYBOX, registry.address() + "/team/app", "1");
        String image = registry.address() + "/team/app:1";
        try (var push = engine.images().push(new PushSpec(image, "", credentials.forImage(image)))) {
            while (push.next().isPresent()) {
                assertTrue(login.toString().contains(registry.address()));
            }
        }
        docker("logout", registry.address()).run().orFail();
        assertTrue(credentials.login(registry.address()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsStoredHereDockerUses(boolean withHelper) throws Exception {
        use(withHelper);
        assertFalse(dockerPush().succeeded());

        credentials.signIn(engine, Login.withPassword(registry.address(), TestRegistry.USER, TestRegistry.PASSWORD));

        dockerPush().orFail();
        credentials.erase(registry.address());
        assertFalse(dockerPush().succeeded());
    }

    @Test
    void aWrongLoginIsNotKept() throws Exception {
        use(false);

        assertThrows(
                RefusedException.class,
                () -> credentials.signIn(engine, Login.withPassword(registry.address(), TestRegistry.USER, "wrong")));

        assertEquals(List.of(), credentials.list());
    }

    @Test
    void noSecretIsWrittenAnywhere() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        StringWriter said = new StringWriter();
        String secret = "s3cr3t-" + ProcessHandle.current().pid();
        Login wrong = Login.withPassword(registry.address(), TestRegistry.USER, secret);
        try {
            use(true);
            said.append(wrong.toString()).append(wrong.forEngine().toString());
            failing(said, () -> credentials.signIn(engine, wrong));
            credentials.store(wrong);
            said.append(credentials.list().toString())
                    .append(credentials.login(registry.address()).toString());
            failing(said, () -> push(wrong));
            helper.lock();
            failing(said, () -> credentials.login(registry.address()));
            Files.writeString(
                    helper.folder().resolve("docker-credential-" + TestHelper.NAME), "#!/bin/sh\ncat\nexit 1\n");
            failing(said, () -> credentials.store(wrong));
            Files.writeString(
                    helper.folder().resolve("docker-credential-" + TestHelper.NAME), "#!/bin/sh\necho " + secret);
            failing(said, () -> credentials.login(registry.address()));
            use(false);
            credentials.store(wrong);
            said.append(credentials.list().toString()).append(credentials.toString());
            Files.writeString(folder.resolve("config.json"), "{\"auths\":{\"a\":{\"auth\":" + secret + "}}}");
            failing(said, () -> credentials.login(registry.address()));
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        log.list.forEach(event -> said.append(event.getFormattedMessage()).append('\n'));

        assertTrue(said.toString().contains("docker-credential-"), "the log was heard");
        for (String form : List.of(
                secret,
                Base64.getEncoder().encodeToString((TestRegistry.USER + ":" + secret).getBytes(StandardCharsets.UTF_8)),
                wrong.forEngine().headerValue())) {
            assertFalse(said.toString().contains(form), said::toString);
        }
    }

    private void push(Login login) throws EngineException {
        String image = registry.address() + "/team/app:1";
        daemon.docker("tag", TestImages.BUSYBOX, image);
        try (var push = engine.images().push(new PushSpec(image, "", java.util.Optional.of(login.forEngine())))) {
            while (push.next().isPresent()) {
                assertFalse(login.isToken());
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static void failing(StringWriter said, Work work) {
        Exception e = assertThrows(Exception.class, work::run);
        e.printStackTrace(new PrintWriter(said, true));
    }
}
