package io.quayside.engine.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A computer with these variables and files, whoever runs the tests.
record FakeSurroundings(Map<String, String> variables, Map<String, String> files) implements RunSurroundings {
    static final FakeSurroundings EMPTY = new FakeSurroundings(Map.of(), Map.of());

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public String read(Path file) throws IOException {
        String text = files.get(file.toString());
        if (text == null) {
            throw new FileNotFoundException(file.toString());
        }
        return text;
    }

    @Override
    public Path folder() {
        return Path.of("/home/user/code");
    }

    @Override
    public Path home() {
        return Path.of("/home/user");
    }
}
