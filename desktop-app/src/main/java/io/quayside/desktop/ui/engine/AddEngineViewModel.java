package io.quayside.desktop.ui.engine;

import io.quayside.desktop.settings.AddedEngine;
import io.quayside.desktop.task.FxThread;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The form for an engine that the user knows and Quayside doesn't: checked field by field, tried, and only then kept.
/// FX thread; trying happens on a virtual thread.
public final class AddEngineViewModel {
    /// How it is reached.
    enum Way {
        SOCKET("Socket", "unix://", "/run/docker.sock"),
        SSH("SSH", "ssh://", "user@host"),
        TCP("TCP", "tcp://", "host:2375"),
        TLS("TCP with TLS", "tcp://", "host:2376");

        final String title;
        final String scheme;
        final String example;

        Way(String title, String scheme, String example) {
            this.title = title;
            this.scheme = scheme;
            this.example = example;
        }
    }

    /// The fields, in the order of the form.
    enum Field {
        NAME("Name"),
        ADDRESS("Address"),
        AUTHORITY("Authority’s certificate"),
        CERTIFICATE("Your certificate"),
        KEY("Its key");

        final String title;

        Field(String title) {
            this.title = title;
        }

        boolean isFile() {
            return this != NAME && this != ADDRESS;
        }
    }

    private static final int LONGEST_NAME = 60;

    private final AddedEngines engines;
    private final FxThread fx;
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.SOCKET);
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyObjectWrapper<Optional<String>>> wrong = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<Optional<EngineTest>> result = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Goes up with every change of a field.
    private int round;

    public AddEngineViewModel(AddedEngines engines, FxThread fx) {
        this.engines = engines;
        this.fx = fx;
        for (Field field : Field.values()) {
            StringProperty text = new SimpleStringProperty("");
            ReadOnlyObjectWrapper<Optional<String>> error = new ReadOnlyObjectWrapper<>(Optional.empty());
            texts.put(field, text);
            wrong.put(field, error);
            text.subscribe(() -> changed(field));
        }
        way.subscribe(() -> {
            for (Field field : Field.values()) {
                changed(field);
            }
        });
    }

    private void changed(Field field) {
        round++;
        setWrong(field, Optional.empty());
        result.set(Optional.empty());
    }

    ObjectProperty<Way> wayProperty() {
        return way;
    }

    StringProperty textProperty(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /// What is wrong with a field, since the last attempt and until it is changed.
    ReadOnlyObjectProperty<Optional<String>> wrongProperty(Field field) {
        return Objects.requireNonNull(wrong.get(field)).getReadOnlyProperty();
    }

    private void setWrong(Field field, Optional<String> what) {
        Objects.requireNonNull(wrong.get(field)).set(what);
    }

    /// What came of trying it; empty before.
    ReadOnlyObjectProperty<Optional<EngineTest>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    boolean needs(Field field) {
        return !field.isFile() || way.get() == Way.TLS;
    }

    /// Checks the fields and tries the engine; keeps it if it answers. Returns the first field that is wrong.
    ///
    /// @param kept runs once it is kept
    Optional<Field> add(Runnable kept) {
        Optional<Field> first = Optional.empty();
        for (Field field : Field.values()) {
            Optional<String> what = needs(field) ? problem(field) : Optional.empty();
            setWrong(field, what);
            if (what.isPresent() && first.isEmpty()) {
                first = Optional.of(field);
            }
        }
        boolean testing =
                result.get().filter(EngineTest.Testing.class::isInstance).isPresent();
        if (first.isEmpty() && !testing) {
            result.set(Optional.of(new EngineTest.Testing()));
            int attempt = round;
            AddedEngine engine = engine();
            Thread.ofVirtual().name("engine-test-added").start(() -> {
                EngineTest answer = engines.test(engine);
                fx.run(() -> tried(engine, attempt, answer, kept));
            });
        }
        return first;
    }

    private void tried(AddedEngine engine, int attempt, EngineTest answer, Runnable kept) {
        // A field that was changed meanwhile has made the answer one about another engine.
        if (attempt != round) {
            return;
        }
        if (answer instanceof EngineTest.Answers) {
            engines.add(engine);
            texts.values().forEach(text -> text.set(""));
            kept.run();
        }
        result.set(Optional.of(answer));
    }

    private String text(Field field) {
        return textProperty(field).get().strip();
    }

    private String address() {
        String typed = text(Field.ADDRESS);
        return typed.contains("://") ? typed : way.get().scheme + typed;
    }

    private AddedEngine engine() {
        boolean tls = way.get() == Way.TLS;
        return new AddedEngine(
                text(Field.NAME),
                address(),
                tls ? Optional.of(text(Field.AUTHORITY)) : Optional.empty(),
                tls ? file(Field.CERTIFICATE) : Optional.empty(),
                tls ? file(Field.KEY) : Optional.empty());
    }

    private Optional<String> file(Field field) {
        return Optional.of(text(field)).filter(path -> !path.isEmpty());
    }

    private Optional<String> problem(Field field) {
        return switch (field) {
            case NAME -> nameProblem();
            case ADDRESS -> addressProblem();
            case AUTHORITY -> text(field).isEmpty() ? Optional.of("TLS needs it.") : fileProblem(field);
            case CERTIFICATE -> pairProblem(field, Field.KEY);
            case KEY -> pairProblem(field, Field.CERTIFICATE);
        };
    }

    private Optional<String> nameProblem() {
        String name = text(Field.NAME);
        if (name.isEmpty()) {
            return Optional.of("It needs a name.");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("A name has at most " + LONGEST_NAME + " letters, in one line.");
        }
        return engines.all().stream().anyMatch(engine -> engine.name().equals(name))
                ? Optional.of("There is an engine with this name already.")
                : Optional.empty();
    }

    private Optional<String> addressProblem() {
        if (text(Field.ADDRESS).isEmpty()) {
            return Optional.of("It needs an address, as in " + way.get().example + ".");
        }
        try {
            EngineEndpoint endpoint = EngineEndpoint.parse(address());
            boolean fits = switch (endpoint) {
                case EngineEndpoint.UnixSocket _, EngineEndpoint.NamedPipe _ -> way.get() == Way.SOCKET;
                case EngineEndpoint.Ssh _ -> way.get() == Way.SSH;
                case EngineEndpoint.Tcp _ -> way.get() == Way.TCP || way.get() == Way.TLS;
                case EngineEndpoint.TlsTcp _ -> way.get() == Way.TLS;
            };
            return fits
                    ? Optional.empty()
                    : Optional.of("This is no address for " + way.get().title + ". Choose the way that fits it above.");
        } catch (EndpointSyntaxException e) {
            return Optional.of(e.getMessage() + ".");
        }
    }

    private Optional<String> pairProblem(Field field, Field other) {
        if (!text(field).isEmpty()) {
            return fileProblem(field);
        }
        return text(other).isEmpty() ? Optional.empty() : Optional.of("A certificate and its key go together.");
    }

    private Optional<String> fileProblem(Field field) {
        String typed = text(field);
        try {
            Path path = Path.of(typed);
            if (!path.isAbsolute()) {
                return Optional.of("The whole path is needed, from / on.");
            }
            return Files.isRegularFile(path) && Files.isReadable(path)
                    ? Optional.empty()
                    : Optional.of("There is no file there that can be read.");
        } catch (InvalidPathException e) {
            return Optional.of("This is no path: " + e.getReason() + ".");
        }
    }
}
