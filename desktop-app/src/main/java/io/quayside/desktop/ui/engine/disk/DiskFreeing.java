package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.builds.cache.CachePrune;
import io.quayside.engine.Engine;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.RemoveOptions;
import java.util.List;

/// Deletes what a plan names and nothing else. What came into use meanwhile stays. Blocks.
final class DiskFreeing {
    private final Engine engine;
    private final TaskContext context;
    private int kept;

    DiskFreeing(Engine engine, TaskContext context) {
        this.engine = engine;
        this.context = context;
    }

    /// @return how many things are in use and stay
    int free(List<DiskItem> items) throws EngineException {
        long all = items.stream().mapToLong(item -> item.parts().size()).sum();
        long done = 0;
        for (DiskItem item : items) {
            if (item.kind() == DiskItem.Kind.CACHE && !item.parts().isEmpty()) {
                context.detail(item.title());
                engine.builds().prune(CachePrune.OLD.all(), CachePrune.OLD.filters());
                done += item.parts().size();
                continue;
            }
            for (DiskItem.Part part : item.parts()) {
                if (context.isCancelled()) {
                    return kept;
                }
                context.detail(part.name());
                context.progress(done++, all);
                remove(item.kind(), part);
            }
        }
        return kept;
    }

    private void remove(DiskItem.Kind kind, DiskItem.Part part) throws EngineException {
        try {
            switch (kind) {
                case UNTAGGED, IMAGES -> removeImage(part.key());
                case CONTAINERS -> engine.containers().remove(part.key(), RemoveOptions.plain());
                case VOLUMES -> engine.volumes().remove(part.key(), false);
                case CACHE, BLOCKS, LOGS -> throw new IllegalStateException(part.key());
            }
        } catch (ConflictException e) {
            kept++; // it came into use meanwhile
        } catch (NotFoundException e) {
            // Somebody else was faster: it is gone, as it should be.
        }
    }

    /// An image goes with its last name.
    private void removeImage(String id) throws EngineException {
        List<String> tags = engine.images().inspect(id).tags();
        if (tags.isEmpty()) {
            engine.images().remove(id, false, true);
        }
        for (String tag : tags) {
            engine.images().remove(tag, false, true);
        }
    }
}
