package io.quayside.engine.internal.codec;

import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Volumes.
public final class VolumeCodec {
    private VolumeCodec() {}

    /// Reads `GET /volumes`: an object around the list.
    public static List<Volume> list(JsonIn in) {
        List<Volume> volumes = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("Volumes")) {
                    volumes = in.list(VolumeCodec::read);
                } else {
                    in.skip();
                }
            }
        }
        return volumes;
    }

    /// Reads one volume.
    public static Volume read(JsonIn in) {
        String name = "";
        String driver = "";
        String mountpoint = "";
        Optional<Instant> created = Optional.empty();
        Map<String, String> labels = Map.of();
        String scope = "";
        Map<String, String> options = Map.of();
        Usage usage = Usage.UNKNOWN;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Name" -> name = in.text();
                    case "Driver" -> driver = in.pooledText();
                    case "Mountpoint" -> mountpoint = in.text();
                    case "CreatedAt" -> created = in.instant();
                    case "Labels" -> labels = in.textMap();
                    case "Scope" -> scope = in.pooledText();
                    case "Options" -> options = in.textMap();
                    case "UsageData" -> usage = usage(in);
                    default -> in.skip();
                }
            }
        }
        return new Volume(name, driver, mountpoint, created, labels, scope, options, usage.size, usage.references);
    }

    /// Writes the body of `POST /volumes/create`.
    public static byte[] write(VolumeSpec spec) {
        return Json.write(out -> out.object(() -> out.text("Name", spec.name())
                .text("Driver", spec.driver())
                .textMap("DriverOpts", spec.options())
                .textMap("Labels", spec.labels())));
    }

    private record Usage(OptionalLong size, OptionalLong references) {
        static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalLong.empty());
    }

    private static Usage usage(JsonIn in) {
        OptionalLong size = OptionalLong.empty();
        OptionalLong references = OptionalLong.empty();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Size" -> size = ImageCodec.counted(in);
                    case "RefCount" -> references = ImageCodec.counted(in);
                    default -> in.skip();
                }
            }
        }
        return new Usage(size, references);
    }
}
