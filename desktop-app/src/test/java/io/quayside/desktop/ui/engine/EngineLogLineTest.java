package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EngineLogLineTest {
    @Test
    void linesOfDockerdAreTakenApart() {
        String raw =
                "time=\"2026-11-21T09:33:11.488Z\" level=warning msg=\"Bind for \\\"x\\\" failed\" error=\"port is taken\"";
        assertEquals(
                new EngineLogLine("09:33:11", "warning", "Bind for \"x\" failed error=\"port is taken\"", raw),
                EngineLogLine.parse(raw));
    }

    @Test
    void linesOfTheKernelHaveSecondsSinceItsStart() {
        String raw = "[   13.467833] quayside: engine-start";
        assertEquals(new EngineLogLine("13.46 s", "kernel", "quayside: engine-start", raw), EngineLogLine.parse(raw));
    }

    @Test
    void otherLinesStayAsTheyAre() {
        assertEquals(
                new EngineLogLine("", "", "panic: runtime error", "panic: runtime error"),
                EngineLogLine.parse("panic: runtime error"));
    }

    @Test
    void warningsAndErrorsAreProblemsAndOnlyErrorsAreErrors() {
        EngineLogLine warning = EngineLogLine.parse("time=\"2026-11-21T09:33:11Z\" level=warning msg=a");
        EngineLogLine error = EngineLogLine.parse("time=\"2026-11-21T09:33:11Z\" level=error msg=a");
        EngineLogLine info = EngineLogLine.parse("time=\"2026-11-21T09:33:11Z\" level=info msg=a");
        assertTrue(warning.isProblem() && error.isProblem() && !info.isProblem());
        assertTrue(error.isError() && !warning.isError());
    }

    @Test
    void filterLooksAtTheWholeLineWhateverTheCase() {
        EngineLogLine line = EngineLogLine.parse("time=\"2026-11-21T09:33:11Z\" level=info msg=\"Pulled Redis\"");
        assertTrue(line.contains("redis"));
        assertTrue(line.contains(""));
        assertFalse(line.contains("postgres"));
    }
}
