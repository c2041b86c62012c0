package io.quayside.desktop.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.ApiVersionUnsupportedException;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.error.UnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMapperTest {
    private static final Attempt START_WEB = new Attempt("start", "web");

    private final ProblemMapper mapper = new ProblemMapper(new PortHolder(Path.of("/no/such/proc")));

    static Stream<EngineException> failures() {
        Stream<EngineException> refused = Stream.of(400, 401, 403, 404, 405, 409, 500, 503)
                .map(status -> RefusedException.of("POST /x", status, "because"));
        Stream<EngineException> unreachable = Arrays.stream(UnreachableException.Reason.values())
                .map(reason -> new UnreachableException("GET /x", reason, "unix:///run/x.sock", "said so", null));
        Stream<EngineException> others = Stream.of(
                new ApiVersionUnsupportedException("1.24", "1.38", "1.40", "1.51"),
                new EngineProtocolException("GET /x", "No engine", "<html>", null),
                new StreamBrokenException("GET /x", "cut", null),
                new NotPossibleException("It would lose data"),
                new CancelledException("GET /x", null));
        return Stream.of(refused, unreachable, others).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasWordsAndACode(EngineException failure) {
        Problem problem = mapper.map(failure, START_WEB);
        assertTrue(problem.title().endsWith("."), problem.title());
        assertTrue(problem.expected());
        assertTrue(problem.code().matches("[a-z-]+"), problem.code());
    }

    @Test
    void everyPermittedFailureIsAmongThoseTested() {
        Set<Class<?>> tested = new HashSet<>();
        failures().forEach(failure -> tested.add(failure.getClass()));
        Set<Class<?>> permitted = new HashSet<>(leaves(EngineException.class));
        permitted.removeAll(tested);
        assertEquals(Set.of(), permitted);
    }

    private static List<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(each -> leaves(each).stream())
                        .toList()
                : List.of(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "driver failed programming external connectivity on endpoint pg (ab12): Bind for 0.0.0.0:5432 failed:"
                        + " port is already allocated | port-in-use"
                        + " | web couldn't start: port 5432 is already in use.",
                "failed to bind host port for 0.0.0.0:8080:172.17.0.2:80/tcp: address already in use | port-in-use"
                        + " | web couldn't start: port 8080 is already in use.",
                "Error starting userland proxy: listen tcp4 0.0.0.0:80: bind: address already in use | port-in-use"
                        + " | web couldn't start: port 80 is already in use.",
                "Get \"https://registry.example.com/v2/\": x509: certificate signed by unknown authority"
                        + " | registry-untrusted | registry.example.com can't be reached.",
                "Get \"https://10.0.0.7:5000/v2/\": http: server gave HTTP response to HTTPS client"
                        + " | registry-unencrypted | 10.0.0.7:5000 can't be reached.",
                "Put \"http://127.0.0.1:5000/v2/x/blobs/uploads/1?digest=2\": dial tcp 127.0.0.1:5000: connect:"
                        + " connection refused | registry-unreachable | 127.0.0.1:5000 can't be reached.",
                "Get https://nowhere.example/v2/: dial tcp: lookup nowhere.example: no such host"
                        + " | registry-unreachable | nowhere.example can't be reached.",
                "denied: requested access to the resource is denied | login-needed | Couldn't start web.",
                "write /var/lib/docker/x: no space left on device | disk-full | The engine's disk is full.",
                "toomanyrequests: You have reached your pull rate limit. | rate-limit"
                        + " | The registry limits pulls without an account.",
                "exec /app: exec format error | wrong-architecture | Couldn't start web.",
                "pull access denied for postgers, repository does not exist or may require 'docker login' |"
                        + " image-missing | postgers was not found.",
                "No such image: nope:1 | image-missing | nope:1 was not found.",
                "something new | engine-error | Couldn't start web."
            })
    void readsTheEnginesWords(String words, String code, String title) {
        Problem problem = mapper.map(RefusedException.of("POST /containers/web/start", 500, words), START_WEB);
        assertEquals(code, problem.code());
        assertEquals(title, problem.title());
        assertEquals(words, problem.engineMessage().orElse(""));
    }

    @Test
    void namesTheContainerThatHasTheName() {
        String words = "Conflict. The container name \"/web\" is already in use by container"
                + " \"0123456789abcdef0123\". You have to remove (or rename) that container.";
        Problem problem = mapper.map(RefusedException.of("POST /x", 409, words), new Attempt("rename", "api"));
        assertEquals("The name web is taken by another container.", problem.title());
        assertEquals("Container 0123456789ab has it.", problem.why());
    }

    @Test
    void namesTheProgramOnThePort(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/tcp"), """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1
                """);
        Files.createDirectories(proc.resolve("4127/fd"));
        Files.writeString(proc.resolve("4127/comm"), "postgres\n");
        Files.createSymbolicLink(proc.resolve("4127/fd/3"), Path.of("socket:[4711]"));
        Problem problem = new ProblemMapper(new PortHolder(proc))
                .ofWords("Bind for 0.0.0.0:5432 failed: port is already allocated", START_WEB);
        assertEquals("Another program on this computer (postgres, process 4127) is listening on it.", problem.why());
    }

    @Test
    void aMistakeOfOurOwnIsNotExpected() {
        assertTrue(!mapper.map(new IllegalStateException("x"), START_WEB).expected());
    }
}
