package io.quayside.desktop.ui.registries;

import io.quayside.desktop.registries.RegistryUse;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.credential.RegistryServer;
import io.quayside.engine.credential.StoredLogin;
import io.quayside.engine.model.ImageSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which registries there are: the engine's default, its mirrors and those it may reach without TLS, those that
/// somebody
/// is signed in to, and those that images here are named after.
///
/// @param kept logins that docker keeps
/// @param session users' names of the logins for this session, by registry
/// @param mirrors of the engine's default registry, as addresses
/// @param plain registries, or ranges of addresses, that the engine reaches without TLS
/// @param images that are here
record RegistryRows(
        List<StoredLogin> kept,
        Map<String, String> session,
        List<String> mirrors,
        List<String> plain,
        List<ImageSummary> images) {
    private static final int LONGEST = 200;

    /// @param uses when each was used last
    List<RegistryRow> all(Function<String, Optional<RegistryUse.Use>> uses, Instant now) {
        Map<String, Integer> here = imagesByServer();
        Set<String> servers = new LinkedHashSet<>(List.of(RegistryServer.DOCKER_HUB));
        List<String> mirrorHosts = mirrors.stream().map(RegistryServer::ofTyped).toList();
        servers.addAll(mirrorHosts);
        plain.stream().filter(entry -> !entry.contains("/")).forEach(servers::add);
        kept.forEach(login -> servers.add(login.server()));
        servers.addAll(session.keySet());
        servers.addAll(here.keySet());
        List<RegistryRow> rows = new ArrayList<>();
        for (String server : servers) {
            rows.add(row(server, mirrorHosts.contains(server), here.getOrDefault(server, 0))
                    .used(uses.apply(server).map(use -> words(use, now)).orElse("Never")));
        }
        rows.sort(Comparator.comparing((RegistryRow row) -> !row.server().equals(RegistryServer.DOCKER_HUB))
                .thenComparing(RegistryRow::title));
        return rows;
    }

    private Map<String, Integer> imagesByServer() {
        Map<String, Integer> here = new HashMap<>();
        for (ImageSummary image : images) {
            image.tags().stream()
                    .map(RegistryServer::ofImage)
                    .distinct()
                    .forEach(server -> here.merge(server, 1, Integer::sum));
        }
        return here;
    }

    private RegistryRow row(String server, boolean mirror, int here) {
        boolean hub = server.equals(RegistryServer.DOCKER_HUB);
        String host = host(server);
        boolean local = host.equals("localhost") || host.startsWith("127.");
        boolean encrypted = !local && !plain.contains(server);
        String title = hub ? "Engine default" : local ? "Local" : mirror ? "Mirror" : SafeText.line(host);
        String note = hub
                ? "For names without an address"
                : mirror
                        ? "Asked first for the engine default, set in daemon.json"
                        : here(here)
                                + (plain.contains(server)
                                        ? ", plain HTTP allowed in daemon.json"
                                        : encrypted ? "" : ", plain HTTP allowed");
        String address = hub ? "–" : SafeText.output(server, LONGEST);
        boolean byEngine = mirror || plain.contains(server);
        String own = session.get(server);
        if (own != null) {
            return new RegistryRow(
                    server,
                    title,
                    note,
                    address,
                    encrypted,
                    SafeText.output(own, LONGEST),
                    "For this session only",
                    true,
                    byEngine,
                    "");
        }
        return kept.stream()
                .filter(login -> login.server().equals(server))
                .findFirst()
                .map(login -> new RegistryRow(
                        server,
                        title,
                        note,
                        address,
                        encrypted,
                        user(login),
                        keeping(login),
                        login.problem().isEmpty(),
                        byEngine,
                        ""))
                .orElseGet(() -> new RegistryRow(
                        server,
                        title,
                        note,
                        address,
                        encrypted,
                        "Not signed in",
                        hub ? "Pulls are limited" : "What is public can be pulled",
                        false,
                        byEngine,
                        ""));
    }

    private static String words(RegistryUse.Use use, Instant now) {
        String act = switch (use.act()) {
            case PULL -> "Pulled ";
            case PUSH -> "Pushed ";
        };
        return act + Times.age(Duration.between(use.when(), now)) + " ago";
    }

    private static String here(int count) {
        return switch (count) {
            case 0 -> "No images here";
            case 1 -> "1 image here";
            default -> count + " images here";
        };
    }

    private static String host(String server) {
        int colon = server.indexOf(':');
        return colon < 0 ? server : server.substring(0, colon);
    }

    private static String user(StoredLogin login) {
        if (!login.problem().isEmpty()) {
            return "Login can't be used";
        }
        return login.username().equals("<token>") ? "By token" : SafeText.output(login.username(), LONGEST);
    }

    private static String keeping(StoredLogin login) {
        if (!login.problem().isEmpty()) {
            return SafeText.output(login.problem(), LONGEST);
        }
        return login.isInFile() ? "Unencrypted in config.json" : "Kept by " + SafeText.output(login.keptBy(), LONGEST);
    }
}
