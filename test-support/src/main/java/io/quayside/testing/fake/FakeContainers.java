package io.quayside.testing.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The containers of the fake daemon; each change tells the event streams. Thread-safe.
public final class FakeContainers {
    private static final Pattern IDS = Pattern.compile("\"id\"\\s*:\\s*[\\[{]([^\\]}]*)[\\]}]");

    private final ConcurrentMap<String, FakeContainer> byId = new ConcurrentSkipListMap<>();
    private final FakeEvents events;

    FakeContainers(FakeEvents events) {
        this.events = events;
    }

    /// Replaces all containers by the first `count` numbered ones, without events.
    public void fill(int count) {
        byId.clear();
        for (int number = 0; number < count; number++) {
            FakeContainer container = FakeContainer.numbered(number);
            byId.put(container.id(), container);
        }
    }

    public void create(FakeContainer container) {
        byId.put(container.id(), container);
        tell("create", container);
    }

    public void start(String idOrName) {
        change(idOrName, container -> container.withState("running", 0), "start");
    }

    /// Ends it as `docker stop` does, with the events of a stop.
    public void stop(String idOrName) {
        change(idOrName, container -> container.withState("exited", 143), "kill", "die", "stop");
    }

    public void pause(String idOrName) {
        change(idOrName, container -> container.withState("paused", 0), "pause");
    }

    public void unpause(String idOrName) {
        change(idOrName, container -> container.withState("running", 0), "unpause");
    }

    public void rename(String idOrName, String name) {
        change(idOrName, container -> container.withName(name), "rename");
    }

    public void remove(String idOrName) {
        find(idOrName).ifPresent(container -> {
            byId.remove(container.id());
            tell("destroy", container);
        });
    }

    public Optional<FakeContainer> find(String idOrName) {
        FakeContainer exact = byId.get(idOrName);
        return exact != null
                ? Optional.of(exact)
                : byId.values().stream()
                        .filter(container -> container.is(idOrName))
                        .findFirst();
    }

    public List<FakeContainer> all() {
        return List.copyOf(byId.values());
    }

    /// As `GET /containers/json` answers it; of the filters only `id` is known.
    public String listJson(boolean all, String filters) {
        Matcher ids = IDS.matcher(filters);
        String wanted = ids.find() ? ids.group(1) : "";
        return byId.values().stream()
                .filter(container -> all
                        || container.state().equals("running")
                        || container.state().equals("paused"))
                .filter(container -> wanted.isEmpty() || wanted.contains(container.id()))
                .map(FakeContainer::listJson)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void change(String idOrName, UnaryOperator<FakeContainer> change, String... actions) {
        find(idOrName).ifPresent(container -> {
            FakeContainer changed = change.apply(container);
            byId.put(changed.id(), changed);
            for (String action : actions) {
                tell(action, changed);
            }
        });
    }

    private void tell(String action, FakeContainer container) {
        Map<String, String> attributes = new TreeMap<>(container.labels());
        attributes.put("name", container.name());
        attributes.put("image", container.image());
        if (action.equals("die")) {
            attributes.put("exitCode", Integer.toString(container.exitCode()));
        }
        events.emit("container", action, container.id(), attributes);
    }
}
