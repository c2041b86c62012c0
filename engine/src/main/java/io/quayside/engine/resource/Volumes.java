package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.model.RawJson;
import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import java.util.List;

/// The volumes of an engine.
public interface Volumes {

    /// Lists volumes (`GET /volumes`).
    List<Volume> list(Filters filters) throws EngineException;

    /// One volume (`GET /volumes/{name}`).
    Volume inspect(String name) throws EngineException;

    /// Everything the engine says about a volume (`GET /volumes/{name}`), as it says it.
    RawJson json(String name) throws EngineException;

    /// Makes a volume (`POST /volumes/create`). Docker gives the one that is there already if the name is taken by one
    /// of
    /// the same driver; look first where that matters.
    Volume create(VolumeSpec spec) throws EngineException;

    /// Removes a volume and its data (`DELETE /volumes/{name}`).
    ///
    /// @param force also if its driver doesn't answer
    void remove(String name, boolean force) throws EngineException;

    /// Removes unused volumes (`POST /volumes/prune`). Since API 1.42 only anonymous ones, unless the filter `all` is
    /// `true`.
    PruneReport prune(Filters filters) throws EngineException;
}
