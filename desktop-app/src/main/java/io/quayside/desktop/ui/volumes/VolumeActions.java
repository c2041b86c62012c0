package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.desktop.ui.volumes.list.VolumesViewModel;
import io.quayside.engine.Engine;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.volume.VolumeArchives;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// What is done with volumes at once, each as a task. FX thread.
final class VolumeActions {
    private final ContainersParts parts;
    private final VolumesViewModel model;

    VolumeActions(ContainersParts parts, VolumesViewModel model) {
        this.parts = parts;
        this.model = model;
    }

    /// Makes one.
    ///
    /// @param failed hears why not
    void create(VolumeSpec spec, Runnable done, Consumer<Problem> failed) {
        String title = spec.name().isEmpty() ? "a volume" : SafeText.line(spec.name());
        parts.tasks()
                .task("Creating " + title)
                .doneTitle("Created " + title)
                .kind(TaskKind.VOLUME)
                .location("volumes/" + spec.name())
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("create", title)))
                .onFailure(failed)
                .start(
                        context -> {
                            Engine engine = parts.connected();
                            requireFree(engine, spec.name());
                            return engine.volumes().create(spec);
                        },
                        made -> done.run());
    }

    /// Docker gives the one that is there for a name that is taken.
    private static void requireFree(Engine engine, String name) throws EngineException, IOException {
        boolean taken = !name.isEmpty()
                && engine.volumes().list(Filters.of("name", name)).stream()
                        .anyMatch(volume -> volume.name().equals(name));
        if (taken) {
            throw new IOException("There is a volume " + name + " already.");
        }
    }

    /// Deletes these with their data. One that a container came to use meanwhile stays.
    void delete(List<VolumeLine> lines) {
        String what = lines.size() == 1 ? lines.getFirst().shortTitle() : lines.size() + " volumes";
        lines.forEach(line -> model.begun(line.name(), "Deleting"));
        parts.tasks()
                .task("Deleting " + what)
                .doneTitle("Deleted " + what)
                .kind(TaskKind.VOLUME)
                .location(VolumesPage.PAGE)
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("delete", what)))
                .onFailure(model::tell)
                .onEnd(() -> lines.forEach(line -> model.ended(line.name())))
                .start(context -> remove(lines, context));
    }

    private int remove(List<VolumeLine> lines, TaskContext context) throws EngineException {
        Engine engine = parts.connected();
        long freed = 0;
        int kept = 0;
        for (int i = 0; i < lines.size() && !context.isCancelled(); i++) {
            VolumeLine line = lines.get(i);
            context.detail(line.shortTitle());
            context.progress(i, lines.size());
            try {
                engine.volumes().remove(line.name(), false);
                freed += line.size().orElse(0);
            } catch (NotFoundException e) {
                // Somebody else was faster: it is gone, as it should be.
            } catch (ConflictException e) {
                if (lines.size() == 1) {
                    throw e;
                }
                kept++;
            }
        }
        context.outcome("Freed " + Sizes.of(freed) + (kept == 0 ? "" : ", " + kept + " are in use and stay"));
        return kept;
    }

    /// Deletes everything in one.
    void empty(VolumeLine line) {
        model.begun(line.name(), "Emptying");
        parts.tasks()
                .task("Emptying " + line.shortTitle())
                .doneTitle("Emptied " + line.shortTitle())
                .kind(TaskKind.VOLUME)
                .location("volumes/" + line.name())
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("empty", line.shortTitle())))
                .onFailure(model::tell)
                .onEnd(() -> {
                    model.ended(line.name());
                    model.measure();
                })
                .start(context -> {
                    new VolumeArchives(parts.connected()).empty(line.volume());
                    return line;
                });
    }
}
