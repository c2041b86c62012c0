package io.quayside.benchmarks.logs;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.opentest4j.TestAbortedException;

/// A real engine with a container that printed a million lines of 100 bytes and ended, or one that will print.
public final class Talker implements AutoCloseable {
    /// How many it printed.
    public static final int LINES = 1_000_000;
    /// Stands in one line.
    static final String NEEDLE = "request 777777 ";

    private static final String NAME = "talker";
    private static final String TEXT =
            "2026-01-01T00:00:00Z INFO served in 12 ms with status 200 and a body of 5120 bytes";

    private final TestEngine test;
    private final Engine engine;

    private Talker(TestEngine test, Engine engine) {
        this.test = test;
        this.engine = engine;
    }

    /// With a container that has printed.
    public static Talker start() throws NotMeasuredException {
        Talker talker = run("seq " + LINES + " | sed 's/.*/request & " + TEXT + "/'");
        talker.test.docker("wait", NAME);
        return talker;
    }

    /// With a container that prints 50,000 lines a second, ten times 5,000, from [#go()] on.
    public static Talker flooding(int seconds) throws NotMeasuredException {
        String lines = "for (i = 0; i < 5000; i++) printf \"request %d " + TEXT + "\\n\", ++n; fflush()";
        String second = "t = systime(); for (b = 0; b < 10; b++) { " + lines
                + "; if (b < 9) system(\"usleep 80000\") } while (systime() == t) system(\"usleep 2000\")";
        return run("until [ -e /go ]; do sleep 0.1; done; awk 'BEGIN { for (s = 0; s < " + seconds + "; s++) { "
                + second + " } }'; sleep 100000");
    }

    private static Talker run(String script) throws NotMeasuredException {
        try {
            TestEngine test = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(test);
            test.docker(
                    "run",
                    "--name",
                    NAME,
                    "--init",
                    "--stop-signal",
                    "KILL",
                    "--log-driver",
                    "json-file",
                    "-d",
                    TestImages.BUSYBOX,
                    "sh",
                    "-c",
                    script);
            return new Talker(test, EngineFactory.connect(EngineEndpoint.parse(test.host())));
        } catch (TestAbortedException | EngineException | EndpointSyntaxException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    Engine engine() {
        return engine;
    }

    String id() {
        return NAME;
    }

    /// The engine's.
    public String address() {
        return test.host();
    }

    /// Lets it print.
    public void go() {
        test.docker("exec", NAME, "touch", "/go");
    }

    /// How many lines `docker logs` has.
    ///
    /// @param sum of their bytes
    public long dockerLogs(CRC32 sum) throws IOException, InterruptedException {
        Process docker = new ProcessBuilder("docker", "-H", test.host(), "logs", NAME)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = docker.getInputStream()) {
            return count(out, sum, new byte[1 << 16]);
        } finally {
            docker.waitFor();
        }
    }

    /// Counts lines to the end.
    ///
    /// @param sum of their bytes
    public static long count(InputStream in, CRC32 sum, byte[] block) throws IOException {
        long lines = 0;
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            sum.update(block, 0, n);
            for (int i = 0; i < n; i++) {
                lines += block[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    String engineName() {
        return test.kind().name();
    }

    /// How long `docker logs` takes when nobody reads what it prints.
    double dockerLogsMillis() throws IOException, InterruptedException, NotMeasuredException {
        long start = System.nanoTime();
        Process docker = new ProcessBuilder("docker", "-H", test.host(), "logs", NAME)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (docker.waitFor() != 0) {
            throw new NotMeasuredException("docker logs failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
        engine.close();
        test.close();
    }
}
