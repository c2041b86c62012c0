package io.quayside.engine.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.credential.CredentialException.FileProblem;
import io.quayside.engine.credential.CredentialException.HelperFailed;
import io.quayside.engine.credential.CredentialException.HelperMissing;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerCredentialsTest {
    @TempDir
    Path folder;

    private DockerCredentials credentials;

    @BeforeEach
    void open() {
        credentials = new DockerCredentials(folder, new SystemProcessRunner());
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
    }

    private String config() throws IOException {
        return Files.readString(folder.resolve("config.json"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String secretOf(String server) throws CredentialException {
        return credentials
                .login(server)
                .map(login -> login.username() + "|" + login.secret())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "redis, https://index.docker.io/v1/",
        "team/redis:7, https://index.docker.io/v1/",
        "docker.io/library/redis, https://index.docker.io/v1/",
        "index.docker.io/library/redis, https://index.docker.io/v1/",
        "localhost/redis, localhost",
        "localhost:5000/redis:7, localhost:5000",
        "ghcr.io/team/app@sha256:abc, ghcr.io",
        "registry:5000/app, registry:5000",
        "REGISTRY/app, REGISTRY",
        "team/sub.dir/app, https://index.docker.io/v1/"
    })
    void imagesBelongToTheirRegistry(String reference, String server) {
        assertEquals(server, RegistryServer.ofImage(reference));
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://index.docker.io/v1/",
        "docker.io, https://index.docker.io/v1/",
        "https://index.docker.io/v1/, https://index.docker.io/v1/",
        "ghcr.io, ghcr.io",
        " https://ghcr.io/v2/ , ghcr.io",
        "http://localhost:5000, localhost:5000"
    })
    void whatIsTypedIsARegistry(String typed, String server) {
        assertEquals(server, RegistryServer.ofTyped(typed));
    }

    @Test
    void loginsOfTheFileAreRead() throws Exception {
        config("{\"auths\":{\"a:1\":{\"auth\":\"" + base64("al:pass:word\0\0") + "\"},"
                + "\"https://b.example/v2/\":{\"auth\":\"" + base64("bo:b") + "\"},"
                + "\"c\":{\"auth\":\"" + base64("00000000-0000:") + "\",\"identitytoken\":\"tok\"},"
                + "\"d\":{},\"e\":{\"auth\":\"%%%\"},\"f\":5,"
                + "\"https://index.docker.io/v1/access-token\":{\"auth\":\"" + base64("x:y") + "\"}}}");

        assertEquals("al|pass:word", secretOf("a:1"));
        assertEquals("bo|b", secretOf("b.example"));
        assertEquals("<token>|tok", secretOf("c"));
        assertEquals("none", secretOf("d"));
        assertEquals("none", secretOf("e"));
        assertEquals("none", secretOf("f"));
        assertEquals("none", secretOf("other"));
        assertEquals(
                List.of("a:1", "https://b.example/v2/", "c", "d", "e", "f"),
                credentials.list().stream().map(StoredLogin::server).toList());
        assertEquals(
                List.of("", "", "", "It has no password", "It has no password", "It has no password"),
                credentials.list().stream().map(StoredLogin::problem).toList());
    }

    @Test
    void withoutAFileThereAreNoLogins() throws Exception {
        assertEquals(List.of(), credentials.list());
        assertEquals(Optional.empty(), credentials.forImage("redis"));
        credentials.erase("a");
        assertFalse(Files.exists(folder.resolve("config.json")));
    }

    @Test
    void engineGetsWhatItTakes() throws Exception {
        config("{\"auths\":{\"a:1\":{\"auth\":\"" + base64("al:pa\"ss") + "\"},\"c\":{\"identitytoken\":\"tok\"}}}");

        assertEquals(
                "{\"username\":\"al\",\"password\":\"pa\\\"ss\",\"serveraddress\":\"a:1\"}",
                decoded(credentials.forImage("a:1/x").orElseThrow().headerValue()));
        assertEquals(
                "{\"identitytoken\":\"tok\",\"serveraddress\":\"c\"}",
                decoded(Login.withToken("c", "tok").forEngine().headerValue()));
    }

    private static String decoded(String header) {
        return new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
    }

    @Test
    void storingKeepsAllElseOfTheFileAndItsRights() throws Exception {
        config("{\"psFormat\":\"x\",\"auths\":{\"old\":{\"auth\":\"eDp5\"}},\"futureField\":{\"a\":[1,2.50,null]},"
                + "\"HttpHeaders\":{\"User-Agent\":\"me\"}}");

        credentials.store(Login.withPassword("new:1", "al", "secret"));
        credentials.store(Login.withToken("tok", "t0ken"));

        assertEquals(
                "{\"psFormat\":\"x\",\"auths\":{\"old\":{\"auth\":\"eDp5\"},\"new:1\":{\"auth\":\""
                        + base64("al:secret")
                        + "\"},\"tok\":{\"auth\":\"" + base64(":") + "\",\"identitytoken\":\"t0ken\"}},"
                        + "\"futureField\":{\"a\":[1,2.50,null]},\"HttpHeaders\":{\"User-Agent\":\"me\"}}",
                config().replaceAll("\\s", ""));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("config.json")));
        assertEquals("al|secret", secretOf("new:1"));
        assertEquals("<token>|t0ken", secretOf("tok"));

        credentials.erase("new:1");
        credentials.erase("tok");
        assertEquals("none", secretOf("new:1"));
        assertEquals("x|y", secretOf("old"));
        assertTrue(config().contains("futureField"));
    }

    @Test
    void linkToTheFileStaysALink() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.json"), "{}");
        Files.createSymbolicLink(folder.resolve("config.json"), elsewhere);

        credentials.store(Login.withPassword("a", "al", "secret"));

        assertTrue(Files.isSymbolicLink(folder.resolve("config.json")));
        assertTrue(Files.readString(elsewhere).contains(base64("al:secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"auths\":", "[]", "geheim", "{\"auths\":{\"a\":{\"auth\":geheim}}}"})
    void brokenFileIsNamedNotQuotedAndNotOverwritten(String broken) throws Exception {
        config(broken);

        FileProblem problem = assertThrows(FileProblem.class, () -> credentials.login("a"));
        assertThrows(FileProblem.class, () -> credentials.store(Login.withPassword("a", "al", "secret")));

        assertEquals(folder.resolve("config.json"), problem.file());
        assertFalse(problem.toString().contains("geheim"), problem::toString);
        assertEquals(broken, config());
    }

    @Test
    void helperKeepsLogins() throws Exception {
        TestHelper helper = TestHelper.create(folder);
        credentials = new DockerCredentials(folder, helper.runner());
        config("{\"credsStore\":\"" + TestHelper.NAME + "\"}");

        credentials.store(Login.withPassword("a:1", "al", "secret"));
        credentials.store(Login.withToken("b", "t0ken"));

        assertFalse(config().contains("secret"));
        assertFalse(config().contains(base64("al:secret")));
        assertEquals("al|secret", secretOf("a:1"));
        assertEquals("<token>|t0ken", secretOf("b"));
        assertEquals("none", secretOf("c"));
        String program = "docker-credential-" + TestHelper.NAME;
        assertEquals(
                List.of(new StoredLogin("a:1", "al", program, ""), new StoredLogin("b", "<token>", program, "")),
                credentials.list());
        credentials.erase("a:1");
        credentials.erase("a:1");
        assertEquals("none", secretOf("a:1"));
        assertFalse(config().contains("a:1"));
    }

    @Test
    void keychainOfTheSystemIsTakenWhenNothingIsSaidAndNamedOnceItKeepsSomething() throws Exception {
        TestHelper helper = TestHelper.create(folder, "secretservice");
        credentials = new DockerCredentials(folder, helper.runner());

        assertEquals(Optional.of("docker-credential-secretservice"), credentials.keeper("a:1"));
        assertFalse(Files.exists(folder.resolve("config.json")), "asking writes nothing");
        credentials.store(Login.withPassword("a:1", "al", "secret"));

        assertTrue(config().contains("\"credsStore\" : \"secretservice\""), config());
        assertFalse(config().contains(base64("al:secret")));
        assertEquals("al|secret", secretOf("a:1"));
    }

    @Test
    void fileThatKeepsLoginsGoesOnKeepingThem() throws Exception {
        TestHelper helper = TestHelper.create(folder, "secretservice");
        credentials = new DockerCredentials(folder, helper.runner());
        config("{\"auths\":{\"f\":{\"auth\":\"eDp5\"}}}");

        assertEquals(Optional.empty(), credentials.keeper("a:1"));
        assertEquals("x|y", secretOf("f"));
    }

    @Test
    void passComesBeforeTheSecretService() throws Exception {
        TestHelper helper = TestHelper.create(folder, "secretservice");
        TestHelper.create(folder, "pass");
        Path pass = helper.folder().resolve("pass");
        Files.writeString(pass, "#!/bin/sh\n");
        Files.setPosixFilePermissions(pass, PosixFilePermissions.fromString("rwxr-xr-x"));
        credentials = new DockerCredentials(folder, helper.runner());

        assertEquals(Optional.of("docker-credential-pass"), credentials.keeper("a:1"));
    }

    @Test
    void lockedHelperSaysSoAndHidesNothing() throws Exception {
        TestHelper helper = TestHelper.create(folder);
        credentials = new DockerCredentials(folder, helper.runner());
        config("{\"credHelpers\":{\"a:1\":\"" + TestHelper.NAME + "\"},\"auths\":{\"f\":{\"auth\":\"eDp5\"}}}");
        credentials.store(Login.withPassword("a:1", "al", "secret"));
        helper.lock();

        HelperFailed failed = assertThrows(HelperFailed.class, () -> credentials.login("a:1"));

        assertEquals("the key ring is locked", failed.words());
        assertEquals("x|y", secretOf("f"));
        assertEquals(
                List.of("", "docker-credential-quayside-test: the key ring is locked"),
                credentials.list().stream().map(StoredLogin::problem).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "../../bin/sh", "a b", "-x"})
    void missingHelperIsNamed(String name) throws Exception {
        config("{\"credsStore\":\"" + name + "\"}");

        HelperMissing missing = assertThrows(HelperMissing.class, () -> credentials.login("a"));

        assertEquals("docker-credential-" + name, missing.program());
        assertThrows(HelperMissing.class, () -> credentials.store(Login.withPassword("a", "al", "secret")));
        assertFalse(config().contains("auth"));
    }
}
