package io.quayside.desktop.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.PlatformInfo.OperatingSystem;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStartTest {
    private static final List<String> PROGRAM =
            List.of("/opt/Quayside & Co/bin/Quayside", "--data-dir", "/home/me/100%");

    @TempDir
    private Path home;

    private final List<ProcessRequest> asked = new ArrayList<>();

    private LoginStart on(OperatingSystem system) {
        return LoginStart.of(system, PROGRAM, Map.of(), home, new SystemProcessRunner());
    }

    @Test
    void linuxHasAnEntryInTheFolderThatDesktopsRead() throws Exception {
        LoginStart login = on(OperatingSystem.LINUX);
        Path entry = home.resolve(".config/autostart/quayside.desktop");
        assertFalse(login.isOn());
        assertFalse(Files.exists(entry.getParent()), "asking makes nothing");
        login.set(true);
        assertTrue(login.isOn());
        assertEquals("""
                [Desktop Entry]
                Type=Application
                Version=1.0
                Name=Quayside
                Comment=Containers on this computer
                Exec="/opt/Quayside & Co/bin/Quayside" "--data-dir" "/home/me/100%%"
                Terminal=false
                """, Files.readString(entry));
        login.set(false);
        assertFalse(login.isOn());
        assertFalse(Files.exists(entry));
        login.set(false);
    }

    @Test
    void anEntryThatTheDesktopTurnedOffIsOff() throws Exception {
        LoginStart login = on(OperatingSystem.LINUX);
        login.set(true);
        Path entry = home.resolve(".config/autostart/quayside.desktop");
        Files.writeString(entry, Files.readString(entry) + "X-GNOME-Autostart-enabled = false\n");
        assertFalse(login.isOn());
        login.set(true);
        assertTrue(login.isOn());
    }

    @Test
    void theUsersOwnFolderForSettingsCounts() {
        assertEquals(
                Path.of("/conf/autostart/quayside.desktop"),
                DesktopEntry.file(Map.of("XDG_CONFIG_HOME", "/conf"), home));
        assertEquals(
                home.resolve(".config/autostart/quayside.desktop"),
                DesktopEntry.file(Map.of("XDG_CONFIG_HOME", "relative"), home));
    }

    @Test
    void whatAShellWouldReadIsEscapedTwice() {
        String line =
                DesktopEntry.text(List.of("/a \"b\"/$c`d\\e")).lines().toList().get(5);
        assertEquals("Exec=\"/a \\\\\"b\\\\\"/\\\\$c\\\\`d\\\\\\\\e\"", line);
    }

    @Test
    void aFileThatCantBeWrittenIsAFailure() throws IOException {
        Files.writeString(home.resolve(".config"), "no folder");
        LoginStart login = on(OperatingSystem.LINUX);
        assertThrows(IOException.class, () -> login.set(true));
    }

    @Test
    void macosHasAnAgent() throws Exception {
        LoginStart login = on(OperatingSystem.MACOS);
        login.set(true);
        String text = Files.readString(home.resolve("Library/LaunchAgents/io.quayside.desktop.plist"));
        assertTrue(text.contains("""
                  <key>ProgramArguments</key>
                  <array>
                    <string>/opt/Quayside &amp; Co/bin/Quayside</string>
                    <string>--data-dir</string>
                    <string>/home/me/100%</string>
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                """), text);
        assertTrue(login.isOn());
        login.set(false);
        assertFalse(login.isOn());
    }

    @Test
    void windowsHasAValueUnderRun() throws Exception {
        ProcessRunner registry = new ProcessRunner() {
            private boolean there;

            @Override
            public Optional<Path> find(String program) {
                throw new AssertionError(program);
            }

            @Override
            public ProcessOutcome run(ProcessRequest request) {
                asked.add(request);
                List<String> words = request.arguments();
                there = words.contains("add") || (there && !words.contains("delete"));
                boolean found = !words.contains("query") || there;
                return new ProcessOutcome(found ? 0 : 1, "", false, "");
            }
        };
        LoginStart login = LoginStart.of(
                OperatingSystem.WINDOWS,
                List.of("C:\\Program Files\\Quayside\\Quayside.exe"),
                Map.of(),
                home,
                registry);
        assertFalse(login.isOn());
        login.set(true);
        assertTrue(login.isOn());
        login.set(false);
        assertFalse(login.isOn());
        String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
        assertTrue(asked.stream()
                .map(ProcessRequest::arguments)
                .toList()
                .contains(List.of(
                        "reg.exe",
                        "add",
                        key,
                        "/v",
                        "Quayside",
                        "/t",
                        "REG_SZ",
                        "/d",
                        "\\\"C:\\Program Files\\Quayside\\Quayside.exe\\\"",
                        "/f")));
        assertEquals(
                List.of("reg.exe", "delete", key, "/v", "Quayside", "/f"),
                asked.get(asked.size() - 2).arguments());
    }

    @Test
    void theScriptBesideTheProgramIsStartedWithItsJava() throws IOException {
        Path lib = Files.createDirectories(home.resolve("app/lib"));
        Path jar = Files.createFile(lib.resolve("desktop-app.jar"));
        Path java = Path.of("/jdk");
        assertEquals(List.of(), LoginProgram.of(Optional.empty(), Optional.of(jar), java, Optional.empty()));
        Path script = Files.createFile(home.resolve("app/quayside"));
        assertTrue(script.toFile().setExecutable(true));
        assertEquals(
                List.of("/usr/bin/env", "QUAYSIDE_JAVA=/jdk/bin/java", script.toString(), "--data-dir", "/data"),
                LoginProgram.of(Optional.empty(), Optional.of(jar), java, Optional.of(Path.of("/data"))));
        assertEquals(
                List.of("/opt/quayside/bin/quayside"),
                LoginProgram.of(Optional.of("/opt/quayside/bin/quayside"), Optional.of(jar), java, Optional.empty()));
    }

    @Test
    void aProgramThatNobodyKnowsHowToStartSaysSo() {
        LoginStart login = LoginStart.of(OperatingSystem.LINUX, List.of(), Map.of(), home, new SystemProcessRunner());
        assertEquals(
                Optional.of("This Quayside isn’t installed, so it isn’t known how to start it"), login.unavailable());
    }
}
