package io.quayside.desktop.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowModesTest {
    private final List<String> heard = new ArrayList<>();
    private int running;
    private boolean tray;
    private boolean typed;
    private final WindowModes modes = new WindowModes(
            new AppWindow() {
                @Override
                public void show() {
                    heard.add("show");
                }

                @Override
                public void hide() {
                    heard.add("hide");
                }

                @Override
                public boolean hasUnsavedText() {
                    return typed;
                }

                @Override
                public void askAboutUnsavedText() {
                    heard.add("ask about text");
                }

                @Override
                public void askAboutTasks(int count) {
                    heard.add("ask " + count);
                }
            },
            () -> tray,
            () -> running,
            () -> heard.add("shutdown"));

    @Test
    void everyTransitionIsAllowedOrNot() {
        Map<WindowMode, Set<WindowMode>> allowed = new EnumMap<>(WindowMode.class);
        for (WindowMode from : WindowMode.values()) {
            Set<WindowMode> to = EnumSet.noneOf(WindowMode.class);
            for (WindowMode next : WindowMode.values()) {
                if (from.canBecome(next)) {
                    to.add(next);
                }
            }
            allowed.put(from, to);
        }
        assertEquals(
                Map.of(
                        WindowMode.NEW,
                        Set.of(WindowMode.SHOWN, WindowMode.BACKGROUND, WindowMode.QUITTING),
                        WindowMode.SHOWN,
                        Set.of(WindowMode.BACKGROUND, WindowMode.QUITTING),
                        WindowMode.BACKGROUND,
                        Set.of(WindowMode.SHOWN, WindowMode.QUITTING),
                        WindowMode.QUITTING,
                        Set.of()),
                allowed);
    }

    @Test
    void closingQuitsWhenNothingKeepsItAlive() {
        modes.show();
        modes.closeRequested();
        assertEquals(List.of("show", "hide", "shutdown"), heard);
        assertEquals(WindowMode.QUITTING, modes.mode());
    }

    @Test
    void closingGoesToTheTrayWithoutAsking() {
        tray = true;
        running = 2;
        modes.show();
        modes.closeRequested();
        assertEquals(List.of("show", "hide"), heard);
        modes.show();
        assertEquals(List.of("show", "hide", "show"), heard);
        assertEquals(WindowMode.SHOWN, modes.mode());
    }

    @Test
    void closingWithTasksAsksAndWithoutAnAnswerNothingChanges() {
        running = 2;
        modes.show();
        modes.closeRequested();
        assertEquals(List.of("show", "ask 2"), heard);
        assertEquals(WindowMode.SHOWN, modes.mode());
    }

    @Test
    void keptTasksFinishInTheBackgroundAndThenItQuits() {
        running = 2;
        modes.show();
        modes.closeRequested();
        modes.keepGoing();
        running = 1;
        modes.tasksChanged();
        assertEquals(List.of("show", "ask 2", "hide"), heard);
        running = 0;
        modes.tasksChanged();
        assertEquals(List.of("show", "ask 2", "hide", "shutdown"), heard);
    }

    @Test
    void aFailureInTheBackgroundBringsTheWindowBack() {
        running = 1;
        modes.show();
        modes.keepGoing();
        running = 0;
        modes.taskFailed();
        modes.tasksChanged();
        assertEquals(List.of("show", "hide", "show"), heard);
        assertEquals(WindowMode.SHOWN, modes.mode());
    }

    @Test
    void theWindowOpenedAgainIsNotQuitWhenTheTasksEnd() {
        running = 1;
        modes.show();
        modes.keepGoing();
        modes.show();
        running = 0;
        modes.tasksChanged();
        assertEquals(WindowMode.SHOWN, modes.mode());
    }

    @Test
    void quittingFromTheTrayWithTasksAsksInTheWindow() {
        tray = true;
        running = 1;
        modes.show();
        modes.closeRequested();
        modes.quitRequested();
        assertEquals(List.of("show", "hide", "show", "ask 1"), heard);
        modes.cancelTasksAndQuit();
        assertEquals(List.of("show", "hide", "show", "ask 1", "hide", "shutdown"), heard);
    }

    @Test
    void textThatIsNotSavedIsAskedAboutBeforeTasks() {
        typed = true;
        running = 1;
        modes.show();
        modes.closeRequested();
        modes.closeRequested();
        modes.loseTextAndGoOn();
        modes.keepGoing();
        modes.show();
        modes.quitRequested();
        assertEquals(
                List.of("show", "ask about text", "ask about text", "ask 1", "hide", "show", "show", "ask about text"),
                heard);
        running = 0;
        modes.loseTextAndGoOn();
        assertEquals(List.of("hide", "shutdown"), heard.subList(8, 10));
    }

    @Test
    void theTrayKeepsTextThatIsNotSaved() {
        typed = true;
        tray = true;
        modes.show();
        modes.closeRequested();
        modes.quitRequested();
        assertEquals(List.of("show", "hide", "show", "ask about text"), heard);
    }

    @Test
    void theEndComesOnce() {
        modes.show();
        modes.quitRequested();
        modes.quitRequested();
        modes.closeRequested();
        modes.show();
        assertEquals(List.of("show", "hide", "shutdown"), heard);
    }
}
