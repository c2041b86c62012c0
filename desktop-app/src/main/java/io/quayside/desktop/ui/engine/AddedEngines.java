package io.quayside.desktop.ui.engine;

import io.quayside.desktop.settings.AddedEngine;
import java.util.List;

/// The engines that the user added by hand.
public interface AddedEngines {
    List<AddedEngine> all();

    /// What the choice of this engine is called in lists.
    String key(AddedEngine engine);

    /// Keeps one more.
    void add(AddedEngine engine);

    void remove(AddedEngine engine);

    /// Tries to reach one that may not be kept yet. Blocks.
    EngineTest test(AddedEngine engine);
}
