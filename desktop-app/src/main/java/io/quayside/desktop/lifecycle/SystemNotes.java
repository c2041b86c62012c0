package io.quayside.desktop.lifecycle;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the notification centre of the desktop, for what happens while nobody looks at the window: through
/// `notify-send` where there is one, else through the sign in the tray.
///
/// Each note is sent on a virtual thread of its own, as the desktop may be slow to take it.
final class SystemNotes {
    private static final Logger LOG = LoggerFactory.getLogger(SystemNotes.class);
    private static final String PROGRAM = "notify-send";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ProcessRunner runner;
    private final BiConsumer<String, String> otherwise;

    /// @param otherwise takes title and text where there is no `notify-send`; called on any thread
    SystemNotes(ProcessRunner runner, BiConsumer<String, String> otherwise) {
        this.runner = runner;
        this.otherwise = otherwise;
    }

    void tell(String title, String text) {
        Thread.ofVirtual().name("system-note").start(() -> send(SafeText.line(title), SafeText.line(text)));
    }

    private void send(String title, String text) {
        Optional<Path> program = runner.find(PROGRAM);
        if (program.isEmpty() || !sent(program.get(), title, text)) {
            otherwise.accept(title, text);
        }
    }

    private boolean sent(Path program, String title, String text) {
        // Names of containers may look like options or like the markup that desktops read in the text.
        ProcessRequest request = ProcessRequest.of(
                        program.toString(), "--app-name=Quayside", "--icon=dialog-error", "--", title, escaped(text))
                .withDeadline(LONGEST);
        try {
            ProcessOutcome outcome = runner.run(request);
            if (!outcome.succeeded()) {
                LOG.info("The desktop took no note: {}", outcome.errors().strip());
            }
            return outcome.succeeded();
        } catch (ProcessFailure e) {
            LOG.info("The desktop took no note", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
