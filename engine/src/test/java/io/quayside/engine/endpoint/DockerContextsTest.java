package io.quayside.engine.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.DockerContext.Broken;
import io.quayside.engine.endpoint.DockerContext.Usable;
import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import io.quayside.testing.command.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerContextsTest {

    @TempDir
    private Path folder;

    private DockerContexts contexts() {
        return new DockerContexts(folder);
    }

    @Test
    void whatDockerWroteIsRead() throws Exception {
        Path ca = Files.writeString(
                folder.resolve("my-ca.pem"),
                new HeldCertificate.Builder().build().certificatePem());
        docker("create", "plain", "--description", "a plain one", "--docker", "host=tcp://10.0.0.1:2375");
        docker("create", "far", "--docker", "host=ssh://me@far.example:2222");
        docker("create", "safe", "--docker", "host=tcp://10.0.0.2:2376,ca=" + ca);
        docker("use", "far");

        List<DockerContext> found = contexts().list();
        assertEquals(
                List.of("far", "plain", "safe"),
                found.stream().map(DockerContext::name).toList());
        Usable far = assertInstanceOf(Usable.class, found.get(0));
        assertEquals(new Ssh("me", "far.example", 2222, null), far.endpoint());
        Usable plain = assertInstanceOf(Usable.class, found.get(1));
        assertEquals(new Tcp("10.0.0.1", 2375), plain.endpoint());
        assertEquals("a plain one", plain.description());
        Usable safe = assertInstanceOf(Usable.class, found.get(2));
        TlsMaterial material = assertInstanceOf(TlsTcp.class, safe.endpoint()).material();
        assertEquals("ca.pem", String.valueOf(material.authority()).replaceAll(".*/", ""));
        assertEquals("far", contexts().current());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{\"Name\":\"broken\",\"Endpoints\":{\"doc",
                "[]",
                "null",
                "{}",
                "{\"Name\":\"broken\",\"Endpoints\":{\"kubernetes\":{\"Host\":\"tcp://x:1\"}}}",
                "{\"Name\":\"broken\",\"Endpoints\":{\"docker\":{\"Host\":\"\"}}}",
                "{\"Name\":\"broken\",\"Endpoints\":{\"docker\":{\"Host\":7}}}",
                "{\"Name\":\"broken\",\"Endpoints\":[]}",
                "{\"Name\":\"broken\",\"Endpoints\":{\"docker\":{\"Host\":\"fd://\"}}}",
                "{\"Name\":{},\"Endpoints\":\"docker\"}",
            })
    void brokenContextIsListedBesideTheOthers(String json) throws Exception {
        write("good", "{\"Name\":\"good\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://x:1\"}}}");
        write("broken", json);
        Map<Boolean, Long> counts = contexts().list().stream()
                .collect(Collectors.partitioningBy(c -> c instanceof Broken, Collectors.counting()));
        assertEquals(Map.of(true, 1L, false, 1L), counts);
        Broken broken = assertInstanceOf(Broken.class, contexts().find("broken").orElseThrow());
        assertTrue(!broken.problem().isBlank());
    }

    @Test
    void invalidUtf8IsAProblem() throws Exception {
        Path file = write("broken", "");
        Files.write(file, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        assertEquals("The file isn't valid UTF-8", ((Broken) contexts().list().getFirst()).problem());
    }

    @Test
    void folderWithoutAFileIsAProblem() throws Exception {
        Files.createDirectories(folder.resolve("contexts/meta/abc"));
        assertEquals("The file doesn't exist", ((Broken) contexts().list().getFirst()).problem());
    }

    @Test
    void folderInPlaceOfAFileIsAProblem() throws Exception {
        Files.createDirectories(folder.resolve("contexts/meta/abc/meta.json"));
        assertInstanceOf(Broken.class, contexts().list().getFirst());
    }

    @Test
    void certificateWithoutItsKeyIsAProblem() throws Exception {
        write("half", "{\"Name\":\"half\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://x:1\"}}}");
        Path tls = Files.createDirectories(folder.resolve("contexts/tls/half/docker"));
        Files.writeString(tls.resolve("cert.pem"), "");
        Broken broken = assertInstanceOf(Broken.class, contexts().find("half").orElseThrow());
        assertTrue(broken.problem().contains("key.pem beside it is missing"), broken.problem());
    }

    @Test
    void contextThatTrustsAnybodyIsAProblem() throws Exception {
        write("lax", "{\"Name\":\"lax\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://x:1\",\"SkipTLSVerify\":true}}}");
        assertInstanceOf(Broken.class, contexts().find("lax").orElseThrow());
    }

    @Test
    void noFolderMeansNoContexts() throws Exception {
        DockerContexts none = new DockerContexts(folder.resolve("absent"));
        assertEquals(List.of(), none.list());
        assertEquals(DockerContexts.DEFAULT, none.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"currentContext\":\"\"}", "{\"currentContext\":7}"})
    void configurationWithoutACurrentContextMeansTheDefault(String json) throws Exception {
        Files.writeString(folder.resolve("config.json"), json);
        assertEquals(DockerContexts.DEFAULT, contexts().current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\u0000"})
    void brokenConfigurationIsToldApart(String json) throws Exception {
        Files.writeString(folder.resolve("config.json"), json);
        assertThrows(DockerConfigException.class, () -> contexts().current());
    }

    private Path write(String id, String json) throws IOException {
        Path file = Files.createDirectories(folder.resolve("contexts/meta").resolve(id))
                .resolve("meta.json");
        return Files.writeString(file, json, StandardCharsets.UTF_8);
    }

    private void docker(String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "--config", folder.toString(), "context"));
        command.addAll(List.of(words));
        Command.of(command).run().orFail();
    }
}
