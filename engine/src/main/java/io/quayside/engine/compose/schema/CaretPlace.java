package io.quayside.engine.compose.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Where in the structure of a text the caret is, found by putting a word of our own there and letting the YAML parser
/// come across it. The
/// parser goes from the top and tells what it sees as it goes, so what is broken further down does no harm.
///
/// @param path of what is at the caret: of the mapping that a key would be in, of the value itself
/// @param siblings what stands beside it already
/// @param names the names in each section of the file
record CaretPlace(List<String> path, Set<String> siblings, Map<String, Set<String>> names) {
    private static final Logger LOG = LoggerFactory.getLogger(CaretPlace.class);
    private static final String CARET = "quayside_caret_b3a1";

    CaretPlace {
        path = List.copyOf(path);
        siblings = Set.copyOf(siblings);
        names = Map.copyOf(names);
    }

    /// As if a key were there.
    static Optional<CaretPlace> ofKey(String text, int from, int caret) {
        String rest = afterWord(text, caret);
        return find(text.substring(0, from) + CARET + (rest.startsWith(":") ? "" : ": ") + rest, true)
                .map(place -> place.withNamesOf(text, from));
    }

    /// As if a value were there.
    static Optional<CaretPlace> ofValue(String text, int from, int caret) {
        // In quotes, so that it ends where it ends.
        return find(text.substring(0, from) + '"' + CARET + '"' + afterWord(text, caret), false)
                .map(place -> place.withNamesOf(text, from));
    }

    /// The section whose names are what this place is about.
    Optional<String> used() {
        if (path.size() < 3 || !path.getFirst().equals("services")) {
            return Optional.empty();
        }
        String key = path.getLast();
        if (path.size() == 3 && Set.of("depends_on", "links", "volumes_from").contains(key)) {
            return Optional.of("services");
        }
        boolean ofService = path.size() == 3 || (path.size() == 4 && path.get(2).equals("build"));
        return Optional.of(key).filter(section -> ofService && Completer.isNamed(section));
    }

    Stream<String> named(String section) {
        // A service doesn't depend on itself.
        String own = path.size() > 1 && section.equals("services") ? path.get(1) : "";
        return names.getOrDefault(section, Set.of()).stream().filter(name -> !name.equals(own));
    }

    private static String afterWord(String text, int caret) {
        int end = caret;
        while (end < text.length() && text.charAt(end) != ':' && Completer.isOfWord(text.charAt(end))) {
            end++;
        }
        return text.substring(end);
    }

    private static Optional<CaretPlace> find(String text, boolean key) {
        Walk walk = new Walk(key);
        walk.over(text);
        return walk.place();
    }

    /// The names of the whole file: the line of the caret, which may be half typed, must not hide those below it.
    private CaretPlace withNamesOf(String text, int at) {
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        Walk walk = new Walk(true);
        walk.over(text.substring(0, begin) + (end < 0 ? "" : text.substring(end)));
        Map<String, Set<String>> all = new HashMap<>(walk.names);
        names.forEach((section, some) -> all.merge(section, some, (one, other) -> {
            Set<String> both = new LinkedHashSet<>(one);
            both.addAll(other);
            return both;
        }));
        return new CaretPlace(path, siblings, all);
    }

    /// One mapping or list that the parser is in.
    private static final class Level {
        final boolean mapping;
        final Set<String> seen = new LinkedHashSet<>();

        @Nullable
        String key;

        Level(boolean mapping) {
            this.mapping = mapping;
        }
    }

    /// Follows what the parser tells.
    private static final class Walk {
        private final Deque<Level> levels = new ArrayDeque<>();
        private final Map<String, Set<String>> names = new HashMap<>();
        private final boolean wantsKey;
        private @Nullable List<String> path;
        private @Nullable Level around;

        Walk(boolean wantsKey) {
            this.wantsKey = wantsKey;
        }

        void over(String text) {
            try {
                new Parse(MarkedYaml.settings()).parseString(text).forEach(this::event);
            } catch (YamlEngineException e) {
                LOG.trace("Read up to where it is no YAML", e);
            }
        }

        Optional<CaretPlace> place() {
            List<String> found = path;
            if (found == null || around == null) {
                return Optional.empty();
            }
            return Optional.of(new CaretPlace(found, around.seen, names));
        }

        void event(Event event) {
            switch (event.getEventId()) {
                case MappingStart -> begin(true);
                case SequenceStart -> begin(false);
                case MappingEnd, SequenceEnd -> {
                    levels.pop();
                    valueEnded();
                }
                case Alias -> scalar("*");
                case Scalar -> scalar(((ScalarEvent) event).getValue());
                default -> {}
            }
        }

        private void begin(boolean mapping) {
            levels.push(new Level(mapping));
        }

        private void scalar(String value) {
            Level level = levels.peek();
            if (level == null) {
                return;
            }
            if (level.mapping && level.key == null) {
                level.key = value;
                if (value.equals(CARET)) {
                    found(level, true);
                } else {
                    level.seen.add(value);
                    section()
                            .ifPresent(section -> names.computeIfAbsent(section, ignored -> new LinkedHashSet<>())
                                    .add(value));
                }
                return;
            }
            if (value.equals(CARET)) {
                found(level, false);
            } else if (!level.mapping) {
                level.seen.add(value);
            }
            valueEnded();
        }

        private void valueEnded() {
            Level level = levels.peek();
            if (level != null) {
                level.key = null;
            }
        }

        private void found(Level level, boolean asKey) {
            if (asKey != wantsKey) {
                return;
            }
            around = level;
            List<String> there = new ArrayList<>();
            for (Level one : levels.reversed()) {
                if (one != level || !asKey) {
                    there.add(one.mapping ? String.valueOf(one.key) : SchemaTree.ITEM);
                }
            }
            path = there;
        }

        /// The section that a key of the second level is in.
        private Optional<String> section() {
            return levels.size() == 2 ? Optional.ofNullable(levels.getLast().key) : Optional.empty();
        }
    }
}
