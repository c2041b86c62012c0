package io.quayside.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Path;

/// The [MockEngine] as a process. Arguments: socket, containers, how many of them run. Ends with its standard input.
public final class MockEngineMain {
    private MockEngineMain() {}

    public static void main(String[] args) throws IOException {
        MockEngine engine = MockEngine.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        System.out.println(engine.address());
        while (System.in.read() >= 0) {
            // Whoever started it holds the other end.
        }
        engine.close();
    }
}
