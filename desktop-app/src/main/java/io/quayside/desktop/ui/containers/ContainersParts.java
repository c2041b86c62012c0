package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Tasks;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the Containers page is made of.
///
/// @param settings what the user has chosen now
/// @param updateSettings keeps a change
/// @param browse opens an address in the browser
public record ContainersParts(
        EngineSession session,
        Tasks tasks,
        FxThread fx,
        InstantSource clock,
        ProblemMapper problems,
        Supplier<Settings> settings,
        Consumer<UnaryOperator<Settings>> updateSettings,
        Consumer<String> browse) {}
