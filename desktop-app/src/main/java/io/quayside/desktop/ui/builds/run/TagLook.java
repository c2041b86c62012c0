package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ImageDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks the engine what the tag of a build that gave no image stands for. FX thread.
final class TagLook {
    /// Images that are built to be the same each time carry a date long past.
    private static final Instant OLDEST = Instant.parse("2013-03-01T00:00:00Z");

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<String> words = new ReadOnlyObjectWrapper<>("");
    private Object latest = new Object();

    TagLook(ContainersParts parts) {
        this.parts = parts;
    }

    /// In sentences; empty while nothing is known.
    ReadOnlyObjectProperty<String> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    void forget() {
        latest = new Object();
        words.set("");
    }

    void look(BuildRecord build) {
        forget();
        Object mine = latest;
        build.request().tags().stream()
                .findFirst()
                .ifPresent(tag -> parts.tasks()
                        .task("Looking for " + SafeText.line(tag))
                        .brief()
                        .start(context -> look(tag), found -> {
                            if (mine.equals(latest)) {
                                words.set(found);
                            }
                        }));
    }

    private String look(String tag) {
        String name = SafeText.line(tag);
        try {
            ImageDetails image = parts.connected().images().inspect(tag);
            Instant now = parts.clock().instant();
            Optional<Instant> made = image.created().filter(time -> time.isAfter(OLDEST) && time.isBefore(now));
            String which = made.map(time -> "built " + Times.coarse(Duration.between(time, now)) + " ago")
                    .orElse("that it had before");
            return "The tag " + name + " still points to the image " + which + ". Running containers are not affected.";
        } catch (NotFoundException e) {
            return "There is no image with the tag " + name + ".";
        } catch (EngineException e) {
            return ""; // nothing is known, and nobody asked
        }
    }
}
