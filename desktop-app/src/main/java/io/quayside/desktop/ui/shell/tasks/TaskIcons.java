package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;

/// Which sign stands for a task.
final class TaskIcons {
    private TaskIcons() {}

    static Icons of(TaskKind kind) {
        return switch (kind) {
            case CONTAINER -> Icons.CONTAINERS;
            case IMAGE -> Icons.IMAGES;
            case PULL -> Icons.PULL;
            case PUSH -> Icons.PUSH;
            case BUILD -> Icons.BUILDS;
            case VOLUME -> Icons.VOLUMES;
            case NETWORK -> Icons.NETWORKS;
            case COMPOSE -> Icons.COMPOSE;
            case ENGINE -> Icons.ENGINE;
        };
    }

    static StateGlyph of(AppTask.State state) {
        return switch (state) {
            case RUNNING -> StateGlyph.STARTING;
            case SUCCEEDED -> StateGlyph.DONE;
            case FAILED -> StateGlyph.FAILED;
            case CANCELLED -> StateGlyph.STOPPED;
        };
    }
}
