package io.quayside.engine.internal.codec;

import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventType;
import java.time.Instant;
import java.util.Map;

/// The items of `GET /events`.
public final class EventCodec {
    private EventCodec() {}

    /// Reads one event. The old fields `status`, `id` and `from` stand in for those of engines that have nothing else.
    public static EngineEvent read(JsonIn in) {
        String type = "container";
        String action = "";
        String oldAction = "";
        Actor actor = new Actor("", Map.of());
        String oldId = "";
        long seconds = 0;
        long nanos = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Type" -> type = in.pooledText();
                    case "Action" -> action = in.pooledText();
                    case "status" -> oldAction = in.pooledText();
                    case "Actor" -> actor = actor(in);
                    case "id" -> oldId = in.pooledText();
                    case "time" -> seconds = in.number();
                    case "timeNano" -> nanos = in.number();
                    default -> in.skip();
                }
            }
        }
        String words = action.isEmpty() ? oldAction : action;
        int colon = words.indexOf(':');
        EventType kind = EventType.of(type);
        String id = actor.id.isEmpty() ? oldId : actor.id;
        return new EngineEvent(
                kind,
                dockersWord(kind, colon < 0 ? words : words.substring(0, colon)),
                colon < 0 ? "" : words.substring(colon + 1).strip(),
                id.isEmpty() ? actor.attributes.getOrDefault("name", "") : id,
                actor.attributes,
                nanos != 0
                        ? Timestamps.ofNanos(nanos)
                        : Timestamps.ofSeconds(seconds).orElse(Instant.EPOCH));
    }

    /// Podman says `remove` where Docker says `destroy` or `delete`.
    private static String dockersWord(EventType type, String action) {
        if (!action.equals("remove")) {
            return action;
        }
        return switch (type) {
            case CONTAINER, VOLUME, NETWORK -> "destroy";
            case IMAGE -> "delete";
            default -> action;
        };
    }

    private record Actor(String id, Map<String, String> attributes) {}

    private static Actor actor(JsonIn in) {
        String id = "";
        Map<String, String> attributes = Map.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ID" -> id = in.pooledText();
                    case "Attributes" -> attributes = in.textMap();
                    default -> in.skip();
                }
            }
        }
        return new Actor(id, attributes);
    }
}
