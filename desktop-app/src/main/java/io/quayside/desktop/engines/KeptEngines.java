package io.quayside.desktop.engines;

import io.quayside.desktop.settings.AddedEngine;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.ui.engine.AddedEngines;
import io.quayside.desktop.ui.engine.EngineTest;
import io.quayside.desktop.ui.engine.EngineTester;
import java.util.List;

/// The engines that the user added, in the settings.
public record KeptEngines(SettingsStore settings, EngineTester tester) implements AddedEngines {
    @Override
    public List<AddedEngine> all() {
        return settings.current().engine().added();
    }

    @Override
    public String key(AddedEngine engine) {
        return FoundEngines.key(engine);
    }

    @Override
    public void add(AddedEngine engine) {
        settings.update(now -> now.withEngine(now.engine().withAdded(engine)));
    }

    @Override
    public void remove(AddedEngine engine) {
        settings.update(now -> now.withEngine(now.engine().withoutAdded(engine.name())));
    }

    @Override
    public EngineTest test(AddedEngine engine) {
        return tester.test(FoundEngines.target(engine), engine.name());
    }
}
