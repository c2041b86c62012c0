package io.quayside.engine.compose.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeProgram;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.TestCompose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors at their lines. Docker Compose is the judge: what it takes has none, what has some it refuses.
class ComposeSchemaTest {
    private static final String RICH = """
            name: rich
            include: []
            x-common: &common
              restart: unless-stopped
              logging: {driver: json-file, options: {max-size: "10m"}}
              environment: &environment {A: "1", B: "${B:-2}"}
            services:
              web:
                <<: *common
                image: busybox
                build: {context: ., args: {ONE: "1"}, target: run}
                environment: {<<: *environment, C: 3, D: , E: true}
                ports: ["8080:80", 9090, "127.0.0.1:1-3:1-3/udp", {target: 80, published: "81", protocol: tcp}]
                depends_on: {db: {condition: service_healthy, restart: true}, report: {condition: service_started}}
                volumes: [data:/data, {type: tmpfs, target: /t, tmpfs: {size: 10mb}}]
                networks: {front: {aliases: [w], ipv4_address: 10.9.0.5}, back: }
                secrets: [key, {source: key, target: other, mode: 0400}]
                configs: [setting]
                deploy: {replicas: 2, resources: {limits: {cpus: "0.5", memory: 50M}}}
                healthcheck: {test: [CMD, "true"], interval: 1m30s, retries: "${RETRIES:-3}"}
                init: ${INIT:-true}
                stop_grace_period: 1m
                ulimits: {nproc: 65535, nofile: {soft: 20000, hard: 40000}}
                sysctls: {net.core.somaxconn: 1024}
                extra_hosts: ["host.docker.internal:host-gateway"]
                command: sh -c 'echo "$$HOME"'
                x-anything: [at, all]
              db: {image: busybox, command: ["sleep", "1"], profiles: [], env_file: [{path: none.env, required: false}]}
              report: {image: busybox, profiles: [reports], tmpfs: /run, expose: ["3000"], labels: [a=b]}
            volumes: {data: , logs: {external: true}}
            networks: {front: {ipam: {config: [{subnet: 10.9.0.0/24}]}}, back: {internal: true}}
            secrets: {key: {environment: KEY}}
            configs: {setting: {content: "x"}}
            """;

    @TempDir
    Path folder;

    private static List<String> problems(String text) {
        return ComposeSchema.shared().check(text).stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.words())
                .toList();
    }

    private void read(TestCompose program, String text) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), text);
        ComposeProgram found =
                ComposeProgram.find(Map.of("PATH", program.folder().toString(), "KEY", "value"));
        new Compose(found, new EngineEndpoint.UnixSocket(folder.resolve("none.sock")), List.of())
                .read(ComposeSource.of(folder.resolve("compose.yaml")));
    }

    @ParameterizedTest
    @EnumSource(TestCompose.class)
    void whatDockerComposeTakesHasNoProblem(TestCompose program) throws Exception {
        read(program, RICH);
        assertEquals(List.of(), problems(RICH));
    }

    @Test
    void unknownKeyIsNamedAtItsLineWithTheOneThatWasMeant() {
        String text = """
                name: view-count
                services:
                  web:
                    image: busybox
                    enviroment: {A: b}
                    depends_on: [redis]
                  redis:
                    image: redis
                    port: ["6379:6379"]
                    helthcheck:
                      tets: [CMD, "true"]
                    build: {contxt: .}
                volume: {}
                networks: {back: {drivr: bridge}}
                """;
        assertEquals(
                List.of(
                        "5:5 “enviroment” is not a service key. Did you mean “environment”?",
                        "9:5 “port” is not a service key. Did you mean “ports”?",
                        "10:5 “helthcheck” is not a service key. Did you mean “healthcheck”?",
                        "12:13 “contxt” is not a key of “build”. Did you mean “context”?",
                        "13:1 “volume” is not a key of a compose file. Did you mean “volumes”?",
                        "14:19 “drivr” is not a network key. Did you mean “driver”?"),
                problems(text));
        assertEquals(
                Optional.of(new SchemaProblem.Change("port", "ports")),
                ComposeSchema.shared().check(text).get(1).change());
    }

    @Test
    void wrongKindsAndValuesSayWhatIsPossible() {
        assertEquals(
                List.of(
                        "3:5 “image” has to be text.",
                        "4:5 “ports” has to be a list.",
                        "5:5 “privileged” has to be true or false or text.",
                        "6:19 An entry of “networks” has to be text.",
                        "7:18 “condition” is missing in “db”.",
                        "7:23 “conditio” is not a key of “db”. Did you mean “condition”?",
                        "8:15 “type” is missing in an entry of “volumes”.",
                        "8:16 “typ” is not a key of an entry of “volumes”. Did you mean “type”?",
                        "9:38 “x” is not a value of “selinux”. It can be “z” or “Z”.",
                        "10:25 “service_helthy” is not a value of “condition”. Did you mean “service_healthy”?"),
                problems("""
                services:
                  web:
                    image: [busybox]
                    ports: "80"
                    privileged: [yes]
                    networks: [a, [b]]
                    depends_on: {db: {conditio: x}}
                    volumes: [{typ: bind}]
                  db: {volumes: [{type: bind, bind: {selinux: x}}]}
                  c: {depends_on: {db: {condition: service_helthy}}}
                """));
    }

    /// Each is refused by Docker Compose, too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3: “port” is not a service key.#services:\n  a:\n    port: ['80']\n    image: a\n",
                "4: A colon stands where none can#services:\n  a:\n    image\n    ports: []\n",
                "3: A tab stands where YAML wants spaces.#services:\n  a:\n\timage: a\n",
                "3: Quotes that begin here don't end.#services:\n  a:\n    image: \"a\n",
                "3: “image” stands here twice, first in line 2.#services: {a: {\n  image: a,\n  image: b}}\n",
                "4: A colon stands where none can#services:\n  a:\n    image: a\n      command: b\n",
                "4: This isn't indented as the lines before it.#services:\n  a:\n    image: a\n   command: b\n",
                "2: “my web” can't be the name of a service#services:\n  my web: {image: a}\n",
                "2: “a” has to be keys with values.#services:\n  a:\n",
                "3: “extnds” is not a service key. Did you mean “extends”?#services:\n  a:\n    extnds: {service: b}\n"
            })
    void whatHasAProblemIsRefusedByDockerCompose(String saidAndText) {
        String[] parts = saidAndText.split("#", 2);
        List<String> problems = problems(parts[1]).stream()
                .map(problem -> problem.replaceFirst(":\\d+", ":"))
                .toList();
        assertTrue(problems.getFirst().startsWith(parts[0]), problems::toString);
        assertThrows(ComposeException.File.class, () -> read(TestCompose.NEWEST, parts[1]));
    }

    @Test
    void valuesOfVariablesAreLeftToDockerCompose() {
        assertEquals(List.of(), problems("services: {a: {image: a, cpu_shares: '${N}', pull_policy: $HOW}}"));
    }

    @Test
    void tagsOfComposeAndSeveralDocumentsAreUnderstood() {
        assertEquals(List.of("6:6 “imag” is not a service key. Did you mean “image”?"), problems("""
                services:
                  web: {ports: !reset [], environment: !override {A: b}, build: !reset null}
                ---
                services:
                  b:
                    {imag: b}
                """));
        assertEquals(List.of(), problems(""));
        assertEquals(List.of(), problems("# nothing yet\n"));
    }

    @Test
    void aliasesOfAliasesEndInAMoment() {
        StringBuilder text = new StringBuilder("x-0: &a0 [a, a, a, a]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            text.append("x-%d: &a%d [%s, %s, %s, %s]\n".formatted(i, i, before, before, before, before));
        }
        assertEquals(List.of(), problems(text.toString()));
    }

    @Test
    void filesThatItTakesInAreNamed() {
        assertEquals(
                List.of("a.yaml", "b/c.yaml", "d.yaml", "v.env", "base.yaml", "one.env", "two.env", "three.env"),
                ComposeSchema.shared().files("""
                include: [a.yaml, {path: [b/c.yaml, d.yaml], env_file: v.env}, "${DIR}/x.yaml", "https://e.invalid/y"]
                services:
                  web: {extends: {file: base.yaml, service: w}, env_file: one.env}
                  db: {env_file: [two.env, {path: three.env, required: false}, one.env]}
                """));
        assertEquals(List.of(), ComposeSchema.shared().files("services: [}"));
    }
}
