package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.problem.Problem;
import java.util.Optional;

/// Hears of output that nobody looks at.
final class Nobody implements LogContent.Host {
    @Override
    public void grown() {}

    @Override
    public void changed() {}

    @Override
    public void moved(long by) {}

    @Override
    public void notice(Optional<String> words) {}

    @Override
    public void problem(Optional<Problem> problem) {}
}
