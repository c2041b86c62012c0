package io.quayside.desktop.ui.networks.detail;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkMember;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EndpointSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Under which further names the containers of a network are known in it, which lists don't say. FX thread.
final class MemberAliases {
    private static final Logger LOG = LoggerFactory.getLogger(MemberAliases.class);

    /// An inspection each; more of them nobody reads.
    private static final int MOST = 100;

    private static final int SHORT_ID = 12;

    private final ContainersParts parts;
    private final LatestAnswer question;

    MemberAliases(ContainersParts parts) {
        this.parts = parts;
        this.question = new LatestAnswer(parts.fx(), "network-members");
    }

    /// @param then is handed the names by the ids of the containers
    void ask(NetworkLine network, Consumer<Map<String, List<String>>> then) {
        Optional<Engine> engine = parts.session().engine();
        if (engine.isPresent() && !network.members().isEmpty()) {
            question.ask(() -> read(engine.get(), network), then);
        } else {
            question.stop();
        }
    }

    void stop() {
        question.stop();
    }

    boolean settled() {
        return !question.isWaiting();
    }

    private static Map<String, List<String>> read(Engine engine, NetworkLine network) {
        Map<String, List<String>> all = new HashMap<>();
        for (NetworkMember member :
                network.members().subList(0, Math.min(MOST, network.members().size()))) {
            try {
                EndpointSettings place = engine.containers()
                        .inspect(member.id())
                        .network()
                        .networks()
                        .get(network.network().name());
                if (place != null) {
                    all.put(member.id(), aliases(place, member));
                }
            } catch (EngineException e) {
                LOG.debug("No aliases of {}", member.id(), e);
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return all;
    }

    /// Without the short id, which engines add.
    private static List<String> aliases(EndpointSettings place, NetworkMember member) {
        String shortId = member.id().substring(0, Math.min(SHORT_ID, member.id().length()));
        return place.aliases().stream()
                .filter(alias -> !alias.equals(shortId)
                        && !alias.equals(member.container().name()))
                .distinct()
                .map(SafeText::line)
                .toList();
    }
}
