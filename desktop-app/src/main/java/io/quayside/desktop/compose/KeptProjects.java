package io.quayside.desktop.compose;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The projects that are remembered, in one file that only the user can read. One that can't be understood is set aside
/// and kept. Any thread but the FX thread may change them; one lock guards all.
public final class KeptProjects {
    private static final Logger LOG = LoggerFactory.getLogger(KeptProjects.class);

    /// What is in the file.
    private record Kept(int version, List<KeptProject> projects) {}

    private final Path file;
    private boolean loaded;
    private final Map<String, KeptProject> projects = new TreeMap<>();
    private final Listeners<List<KeptProject>> listeners = new Listeners<>();

    /// @param file where they are kept; it is read when somebody asks first
    public KeptProjects(Path file) {
        this.file = file;
    }

    /// With the lock.
    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            for (KeptProject project :
                    Json.MAPPER.readValue(Files.readAllBytes(file), Kept.class).projects()) {
                projects.put(project.name(), project);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("No project was opened yet");
        } catch (IOException e) {
            LOG.warn("The projects that were opened can't be read: {}", e.toString());
        } catch (JacksonException e) {
            projects.clear();
            setAside(e);
        }
    }

    private void setAside(JacksonException why) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        LOG.warn("{} can't be understood and is kept as {}: {}", file, aside, why.getOriginalMessage());
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("It can't be moved: {}", e.toString());
        }
    }

    public synchronized List<KeptProject> all() {
        load();
        return List.copyOf(projects.values());
    }

    public synchronized Optional<KeptProject> of(String name) {
        load();
        return Optional.ofNullable(projects.get(name));
    }

    /// Hears of them when they change, on the thread that changes them, and soon as they are now, on one of its own: so
    /// the start of the window never waits for the file. One at a time.
    public Subscription onChange(java.util.function.Consumer<List<KeptProject>> listener) {
        Subscription subscription = listeners.add(listener);
        Thread.ofVirtual().name("kept-projects").start(() -> {
            synchronized (this) {
                listener.accept(all());
            }
        });
        return subscription;
    }

    /// These files are this project from now on.
    public void open(String name, ComposeSource source) {
        change(name, was -> was.from(source));
    }

    public void profiles(String name, ComposeSource source, Set<String> on) {
        change(name, was -> was.from(source).withProfiles(on));
    }

    public void done(String name, ComposeRecord record) {
        change(name, was -> was.with(record));
    }

    /// Its files aren't listed any more; they and its containers stay.
    public void close(String name) {
        change(name, KeptProject::closed);
    }

    private void change(String name, UnaryOperator<KeptProject> how) {
        synchronized (this) {
            load();
            projects.put(name, how.apply(projects.getOrDefault(name, KeptProject.named(name))));
            List<KeptProject> now = List.copyOf(projects.values());
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                AtomicFile.write(file, Json.MAPPER.writeValueAsBytes(new Kept(1, now)));
            } catch (IOException e) {
                LOG.warn("The projects that are open can't be kept: {}", e.toString());
            }
            listeners.tell(now);
        }
    }

    /// Made when it is needed first, which isn't while the window starts.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .changeDefaultVisibility(all -> all.withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }
}
