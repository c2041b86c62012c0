package io.quayside.desktop.cli;

import io.quayside.desktop.ScreenshotStart;
import io.quayside.desktop.ui.shell.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `quayside screenshot`.
@Command(
        name = "screenshot",
        description = "Writes a picture of the window, rendered on the engine without a display.",
        footer = {
            "",
            "PAGE is an address in the window: containers, engine, engine/choose, settings/NAME, palette/QUERY,",
            "first-run, container/NAME/TAB."
        })
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    /// The colours of a picture.
    enum Theme {
        DARK,
        LIGHT
    }

    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Parameters(paramLabel = "FILE.png", description = "Where the picture goes.")
    private @Nullable Path file;

    @Option(
            names = "--page",
            paramLabel = "PAGE",
            defaultValue = "containers",
            description = "Default: ${DEFAULT-VALUE}.")
    private String page = "containers";

    @Option(names = "--theme", paramLabel = "dark|light", description = "Default: as the settings say.")
    private @Nullable Theme theme;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x800", description = "Default: ${DEFAULT-VALUE}.")
    private String size = "1280x800";

    @Option(
            names = "--press",
            paramLabel = "KEYS",
            description = "Keys to press before the picture, one after the other, such as Ctrl+J or Down. Repeatable.")
    private List<String> press = List.of();

    @Override
    public Integer call() throws Exception {
        Matcher parts = SIZE.matcher(size.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new CommandFailure("--size is written as in 1280x800, not " + size);
        }
        if (quayside == null || file == null) {
            throw new IllegalStateException("The command line wasn't parsed");
        }
        ScreenshotStart.Request request = new ScreenshotStart.Request(
                file,
                Location.parse(page),
                Optional.ofNullable(theme).map(wanted -> wanted == Theme.DARK),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                keys());
        try {
            if (!ScreenshotStart.run(quayside.options(), request)) {
                System.err.println("Not all data was there in time; the picture shows what was.");
            }
            return 0;
        } catch (TimeoutException e) {
            throw new CommandFailure("The page " + page + " couldn't be rendered in time.", e);
        } catch (IOException e) {
            throw new CommandFailure("The picture couldn't be made: " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new CommandFailure("The picture couldn't be made: " + e.getCause(), e);
        }
    }

    private List<KeyCodeCombination> keys() throws CommandFailure {
        List<KeyCodeCombination> keys = new ArrayList<>();
        for (String text : press) {
            try {
                keys.add((KeyCodeCombination) KeyCombination.valueOf(text));
            } catch (IllegalArgumentException | ClassCastException e) {
                throw new CommandFailure(
                        "--press doesn't know the keys " + text + ". Write them as in Ctrl+J or Down.", e);
            }
        }
        return keys;
    }
}
