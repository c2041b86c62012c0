package io.quayside.engine.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is done to a project. Services that are named must be in its files; without any, all that are on take part.
public sealed interface ComposeAction {

    /// The words of the command.
    List<String> words();

    /// How images come for an `up`.
    enum Images {
        /// Those that aren't there are pulled or built.
        MISSING,
        /// All are built that can be.
        BUILD,
        /// All are pulled that can be.
        PULL
    }

    /// Creates what isn't there, creates anew what changed, starts all, and returns once it runs.
    ///
    /// @param recreate also those that didn't change
    /// @param removeOrphans containers of services that the files don't have any more
    /// @param scale how many containers a service gets, where that isn't as in the files
    record Up(Set<String> services, Images images, boolean recreate, boolean removeOrphans, Map<String, Integer> scale)
            implements ComposeAction {
        public Up {
            services = Set.copyOf(services);
            scale = Map.copyOf(scale);
        }

        /// Everything, as `docker compose up -d` does.
        public static Up all() {
            return new Up(Set.of(), Images.MISSING, false, false, Map.of());
        }

        public Up with(Images how) {
            return new Up(services, how, recreate, removeOrphans, scale);
        }

        public Up recreatingAll() {
            return new Up(services, images, true, removeOrphans, scale);
        }

        public Up only(Set<String> chosen) {
            return new Up(chosen, images, recreate, removeOrphans, scale);
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of("up", "--detach"));
            switch (images) {
                case MISSING -> {}
                case BUILD -> words.add("--build");
                case PULL -> words.addAll(List.of("--pull", "always"));
            }
            if (recreate) {
                words.add("--force-recreate");
            }
            if (removeOrphans) {
                words.add("--remove-orphans");
            }
            new TreeMap<>(scale).forEach((service, count) -> words.addAll(List.of("--scale", service + "=" + count)));
            return withServices(words, services);
        }
    }

    /// Sets how many containers of one service there are; others stay as they are.
    record Scale(String service, int count) implements ComposeAction {
        @Override
        public List<String> words() {
            return withServices(
                    List.of("up", "--detach", "--no-recreate", "--no-deps", "--scale", service + "=" + count),
                    Set.of(service));
        }
    }

    /// Stops and removes containers and networks of the project.
    ///
    /// @param volumes also its volumes and what is in them
    /// @param removeOrphans also containers of services that the files don't have any more
    record Down(boolean volumes, boolean removeOrphans) implements ComposeAction {
        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of("down"));
            if (volumes) {
                words.add("--volumes");
            }
            if (removeOrphans) {
                words.add("--remove-orphans");
            }
            return words;
        }
    }

    /// Starts containers that are there.
    record Start(Set<String> services) implements ComposeAction {
        @Override
        public List<String> words() {
            return withServices(List.of("start"), services);
        }
    }

    /// Stops containers, which stay.
    record Stop(Set<String> services) implements ComposeAction {
        @Override
        public List<String> words() {
            return withServices(List.of("stop"), services);
        }
    }

    /// Stops and starts containers, without looking at the files' changes.
    record Restart(Set<String> services) implements ComposeAction {
        @Override
        public List<String> words() {
            return withServices(List.of("restart"), services);
        }
    }

    /// Pulls images.
    record Pull(Set<String> services) implements ComposeAction {
        @Override
        public List<String> words() {
            return withServices(List.of("pull"), services);
        }
    }

    /// Builds images.
    record Build(Set<String> services) implements ComposeAction {
        @Override
        public List<String> words() {
            return withServices(List.of("build"), services);
        }
    }

    private static List<String> withServices(List<String> command, Set<String> services) {
        List<String> words = new ArrayList<>(command);
        if (!services.isEmpty()) {
            // What follows is no option, whatever a file calls its services.
            words.add("--");
            words.addAll(new TreeSet<>(services));
        }
        return words;
    }
}
