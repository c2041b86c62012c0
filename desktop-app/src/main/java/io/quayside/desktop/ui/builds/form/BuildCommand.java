package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.engine.build.BuildSecret;
import io.quayside.engine.run.ShellQuote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The `docker build` line that does the same.
public final class BuildCommand {
    /// A part of the line that stands together.
    ///
    /// @param flag such as `--tag`, empty for what isn't an option
    /// @param value as a shell has to read it, or empty
    /// @param shown the value with dots in the place of what others should not read
    record Row(String flag, String value, String shown) {
        static Row of(String flag, String value) {
            return new Row(flag, value, value);
        }

        String text() {
            return flag + (flag.isEmpty() || value.isEmpty() ? "" : " ") + value;
        }
    }

    private BuildCommand() {}

    /// On lines of a shell, to be pasted.
    public static String render(BuildRequest request) {
        return rows(request).stream().map(Row::text).collect(Collectors.joining(" \\\n  "));
    }

    static List<Row> rows(BuildRequest request) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("", "docker build"));
        request.tags().forEach(tag -> rows.add(Row.of("-t", ShellQuote.word(tag))));
        if (!request.dockerfile().equals(BuildRequest.DOCKERFILE)) {
            Path file = request.folder().resolve(request.dockerfile());
            rows.add(Row.of("-f", ShellQuote.word(file.toString())));
        }
        request.arguments().forEach((name, value) -> rows.add(pair("--build-arg", name, value)));
        add(rows, "--target", request.target());
        add(rows, "--platform", request.platform());
        for (Map.Entry<String, String> label : request.labels().entrySet()) {
            rows.add(pair("--label", label.getKey(), label.getValue()));
        }
        add(rows, "--network", request.network());
        request.secrets().forEach(secret -> rows.add(Row.of("--secret", ShellQuote.word(words(secret)))));
        if (request.noCache()) {
            rows.add(Row.of("--no-cache", ""));
        }
        if (request.pull()) {
            rows.add(Row.of("--pull", ""));
        }
        rows.add(Row.of("", ShellQuote.word(request.folder().toString())));
        return rows;
    }

    private static void add(List<Row> rows, String flag, String value) {
        if (!value.isEmpty()) {
            rows.add(Row.of(flag, ShellQuote.word(value)));
        }
    }

    private static Row pair(String flag, String name, String value) {
        String shown = SecretText.isSecret(name, value) ? name + "=" + SecretText.DOTS : name + "=" + value;
        return new Row(flag, ShellQuote.word(name + "=" + value), shown);
    }

    private static String words(BuildSecret secret) {
        return switch (secret) {
            case BuildSecret.OfFile(String id, Path file) -> "id=" + id + ",src=" + file;
            case BuildSecret.OfVariable(String id, String variable) -> "id=" + id + ",env=" + variable;
        };
    }
}
