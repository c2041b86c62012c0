package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Services of a compose project in the order in which they are started, as far as their labels tell it; those that
/// don't wait for one another stand by name.
public final class StartOrder {
    private static final String LABEL = "com.docker.compose.depends_on";

    private final Map<String, List<String>> needs;
    private final Map<String, Integer> steps = new HashMap<>();

    private StartOrder(Map<String, List<String>> needs) {
        this.needs = needs;
    }

    /// The order of these containers of one project.
    public static Comparator<ContainerLine> of(Collection<ContainerLine> project) {
        Map<String, List<String>> needs = new HashMap<>();
        for (ContainerLine line : project) {
            needs.put(service(line), read(line.container().labels().getOrDefault(LABEL, "")));
        }
        Map<String, Integer> steps = steps(needs);
        return Comparator.comparingInt((ContainerLine line) -> steps.getOrDefault(service(line), 0))
                .thenComparing(StartOrder::service)
                .thenComparing(ContainerLine::name);
    }

    private static String service(ContainerLine line) {
        return line.container().service().orElse("");
    }

    /// The services that a label such as "db:service_healthy:false,cache:service_started:true" names.
    static List<String> read(String label) {
        return Stream.of(label.split(","))
                .map(part -> part.split(":", 2)[0].strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// How many have to be started before each service, one after the other.
    static Map<String, Integer> steps(Map<String, List<String>> needs) {
        StartOrder order = new StartOrder(needs);
        needs.keySet().forEach(service -> order.step(service, new HashSet<>()));
        return order.steps;
    }

    /// Labels may say anything: a service that needs itself is as one that needs nothing, and so is one of another
    /// project.
    private int step(String service, Set<String> above) {
        Integer known = steps.get(service);
        if (known != null) {
            return known;
        }
        if (!needs.containsKey(service) || !above.add(service)) {
            return -1;
        }
        int step = 0;
        for (String needed : needs.getOrDefault(service, List.of())) {
            step = Math.max(step, step(needed, above) + 1);
        }
        above.remove(service);
        steps.put(service, step);
        return step;
    }
}
