package io.quayside.desktop.settings;

import io.quayside.testing.user.UserProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/// Settings in the file of its argument, as a user finds them. Asked line by line: `load` says what was wrong with the
/// file, `change` changes something, and says what is wrong once that was to be written.
public final class SettingsProgram {
    private SettingsProgram() {}

    public static void main(String[] args) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SettingsStore store = new SettingsStore(Path.of(args[0]), Clock.systemUTC(), Runnable::run);
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            if (line.equals("change")) {
                store.update(settings -> settings.withGeneral(new GeneralSettings(
                        false, true, GeneralSettings.Deleting.ASK, 2000, GeneralSettings.ImageChecks.OFF)));
            }
            System.out.println(UserProgram.ANSWER
                    + store.problem()
                            .map(problem -> problem.code() + ": " + problem.why())
                            .orElse("none"));
        }
    }
}
