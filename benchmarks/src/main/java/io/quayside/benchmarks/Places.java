package io.quayside.benchmarks;

import java.nio.file.Path;
import java.util.List;

/// Where `./bench` finds what was built. The harness runs in the project's folder.
public final class Places {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private Places() {}

    public static Path app() {
        return Path.of("desktop-app", "target", "quayside").toAbsolutePath();
    }

    /// This module's classes.
    public static Path jar() {
        return Path.of("benchmarks", "target", "quayside-benchmarks-" + VERSION + ".jar")
                .toAbsolutePath();
    }

    /// Class path of Quayside's engine client.
    public static String ownClassPath() {
        return jar() + ":" + Path.of("benchmarks", "target", "lib").toAbsolutePath() + "/*";
    }

    /// Class path of docker-java.
    public static String peerClassPath() {
        Path target = Path.of("benchmarks", "docker-java", "target").toAbsolutePath();
        return target.resolve("quayside-benchmarks-docker-java-" + VERSION + ".jar") + ":" + target + "/lib/*";
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The start of a command for a JVM without a window.
    public static List<String> plainJvm(String classPath) {
        return List.of(java(), "-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", classPath);
    }
}
