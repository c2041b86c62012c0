package io.quayside.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.plugin.DockerPlugIn;
import io.quayside.engine.run.RunFlag;
import io.quayside.testing.engine.TestCompose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeFilesTest {
    /// Reading a file asks no engine.
    private static final EngineEndpoint NOBODY = new EngineEndpoint.UnixSocket(Path.of("/nowhere.sock"));

    private static final String FILE = """
            services:
              web:
                image: shop:${TAG:-1}
                command: sh -c "echo $$HOME"
                profiles: [front]
                mem_limit: 256m
                cpus: 1.5
                restart: on-failure:3
                read_only: true
                ports: ["5000:8000", "127.0.0.1:81:81/udp", "90"]
                environment: {MODE: shop, PRICE: 5$$, EMPTY: "", WAS: null}
                volumes: ["data:/data", "./www:/www:ro", "/cache"]
                networks: [default, back]
              lean:
                image: shop
                deploy: {resources: {limits: {cpus: "0.5", memory: 64m}}, restart_policy: {condition: any}}
                network_mode: host
                container_name: slim
            volumes: {data: {}}
            networks: {back: {name: shared}}
            """;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("compose.yaml"), FILE);
    }

    private static ComposeFiles here(TestCompose version) {
        return new ComposeFiles(Map.of("PATH", version.folder().toString()));
    }

    private ComposeOrigin origin(String service, Map<String, String> more) {
        Map<String, String> labels = new HashMap<>(Map.of(
                "com.docker.compose.project",
                "p",
                "com.docker.compose.service",
                service,
                "com.docker.compose.project.working_dir",
                folder.toString(),
                "com.docker.compose.project.config_files",
                file.toString()));
        labels.putAll(more);
        return ComposeOrigin.of(labels).orElseThrow();
    }

    private ComposeReading.Read read(TestCompose version, ComposeOrigin origin) throws Exception {
        return assertInstanceOf(ComposeReading.Read.class, here(version).read(origin, NOBODY));
    }

    private static String unread(ComposeFiles files, ComposeOrigin origin) throws Exception {
        return assertInstanceOf(ComposeReading.Unread.class, files.read(origin, NOBODY))
                .why();
    }

    @ParameterizedTest
    @EnumSource
    void aServiceIsReadAsComposeReadsIt(TestCompose version) throws Exception {
        Files.writeString(folder.resolve("vars"), "TAG=7\n");
        ComposeReading.Read read = read(
                version,
                origin(
                        "web",
                        Map.of(
                                "com.docker.compose.project.environment_file",
                                folder.resolve("vars").toString())));

        assertEquals("shop:7", read.line().image());
        assertEquals(List.of("sh", "-c", "echo $HOME"), read.line().command());
        assertEquals(List.of("p-web-1"), read.line().values(RunFlag.NAME));
        assertEquals(
                List.of("5000:8000", "127.0.0.1:81:81/udp", "90"), read.line().values(RunFlag.PUBLISH));
        assertEquals(
                List.of("EMPTY=", "MODE=shop", "PRICE=5$", "WAS"),
                read.line().values(RunFlag.ENV).stream().sorted().toList());
        assertEquals(
                List.of("p_data:/data", folder + "/www:/www:ro", "/cache"),
                read.line().values(RunFlag.VOLUME));
        assertEquals(
                List.of("p_default", "shared"),
                read.line().values(RunFlag.NETWORK).stream().sorted().toList());
        assertEquals(List.of("256m"), read.line().values(RunFlag.MEMORY));
        assertEquals(List.of("1.5"), read.line().values(RunFlag.CPUS));
        assertEquals(List.of("on-failure:3"), read.line().values(RunFlag.RESTART));
        assertTrue(read.line().isOn(RunFlag.READ_ONLY));
        assertEquals(false, read.moved());
    }

    @Test
    void limitsOfADeploymentCountToo() throws Exception {
        ComposeReading.Read read = read(TestCompose.OLDEST, origin("lean", Map.of()));

        assertEquals(List.of("64m"), read.line().values(RunFlag.MEMORY));
        assertEquals(List.of("0.5"), read.line().values(RunFlag.CPUS));
        assertEquals(List.of("always"), read.line().values(RunFlag.RESTART));
        assertEquals(List.of("host"), read.line().values(RunFlag.NETWORK));
        assertEquals(List.of("slim"), read.line().values(RunFlag.NAME));
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        ComposeFiles files = here(TestCompose.OLDEST);

        assertEquals("it has no service gone any more", unread(files, origin("gone", Map.of())));
        for (String elsewhere : List.of("/not/here.yaml", "oci://shop/app", "https://shop/app.git", "-", "web.yaml")) {
            assertEquals(
                    elsewhere + " isn't on this computer",
                    unread(files, origin("web", Map.of("com.docker.compose.project.config_files", elsewhere))));
        }
        assertEquals(
                "its labels don't say which file it is",
                unread(files, origin("web", Map.of("com.docker.compose.project.config_files", ""))));
        Files.writeString(file, "services: [");
        assertEquals("docker compose can't read it", unread(files, origin("web", Map.of())));
    }

    @Test
    void withoutComposeItSaysSo() throws Exception {
        Map<String, String> nowhere = Map.of("PATH", folder.toString(), "DOCKER_CONFIG", folder.toString());
        assumeTrue(DockerPlugIn.find("docker-compose", nowhere).isEmpty(), "this computer has one for everybody");

        assertEquals("docker compose isn't installed here", unread(new ComposeFiles(nowhere), origin("web", Map.of())));
    }
}
