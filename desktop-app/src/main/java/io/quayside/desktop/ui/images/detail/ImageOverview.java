package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.ui.containers.detail.inspect.InspectFacts;
import io.quayside.desktop.ui.containers.detail.inspect.InspectFacts.Fact;
import io.quayside.desktop.ui.containers.detail.inspect.Variable;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ImageDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an image is and what its containers run, in words.
final class ImageOverview {
    private ImageOverview() {}

    static InspectFacts of(ImageDetails image) {
        Map<String, List<Fact>> cards = new LinkedHashMap<>();
        cards.put("Image", image(image));
        cards.put("What containers of it run", config(image.config()));
        return new InspectFacts(
                cards, environment(image.config()), new TreeMap<>(image.config().labels()));
    }

    private static List<Fact> image(ImageDetails image) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("ID", InspectFacts.shortDigest(image.id()), true, image.id()));
        for (String tag : image.tags()) {
            facts.add(new Fact("Tag", tag, true, tag));
        }
        for (String digest : image.digests()) {
            facts.add(new Fact(
                    "Digest", InspectFacts.shortDigest(digest.substring(digest.indexOf('@') + 1)), true, digest));
        }
        facts.add(Fact.words("Platform", InspectFacts.platform(image)));
        facts.add(Fact.words("Size", Sizes.of(image.size())));
        image.created().ifPresent(time -> facts.add(Fact.words("Created", Times.full(time))));
        if (!image.author().isBlank()) {
            facts.add(Fact.words("Author", image.author()));
        }
        if (!image.comment().isBlank()) {
            facts.add(Fact.words("Comment", image.comment()));
        }
        return facts;
    }

    private static List<Fact> config(ContainerConfig config) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.mono("Command", config.cmd().map(InspectFacts::command).orElse("None")));
        facts.add(Fact.mono(
                "Entrypoint", config.entrypoint().map(InspectFacts::command).orElse("None")));
        facts.add(Fact.mono("Working folder", config.workingDir().isEmpty() ? "/" : config.workingDir()));
        facts.add(Fact.words("User", config.user().isEmpty() ? "root" : config.user()));
        facts.add(Fact.mono("Ports", String.join(", ", config.exposedPorts())));
        facts.add(Fact.mono("Volumes", String.join(", ", config.volumes())));
        if (!config.stopSignal().isEmpty()) {
            facts.add(Fact.words("Stop signal", config.stopSignal()));
        }
        config.healthcheck()
                .ifPresent(check -> facts.add(Fact.mono("Health check", InspectFacts.command(check.test()))));
        return facts;
    }

    private static List<Variable> environment(ContainerConfig config) {
        return config.env().stream()
                .map(line -> {
                    int equals = line.indexOf('=');
                    return equals < 0
                            ? new Variable(line, "", Variable.Origin.IMAGE)
                            : new Variable(
                                    line.substring(0, equals), line.substring(equals + 1), Variable.Origin.IMAGE);
                })
                .sorted(java.util.Comparator.comparing(Variable::name))
                .toList();
    }
}
