package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ImageManifest;
import io.quayside.engine.model.ImageManifest.Kind;
import java.util.ArrayList;
import java.util.List;

/// What an image holds for which platform.
final class ManifestCodec {
    private String digest = "";
    private Kind kind = Kind.UNKNOWN;
    private boolean available;
    private String platform = "";
    private long contentSize;
    private long unpackedSize;
    private List<String> containers = List.of();

    private ManifestCodec() {}

    /// Reads one item of `Manifests`.
    static ImageManifest read(JsonIn in) {
        ManifestCodec manifest = new ManifestCodec();
        manifest.fields(in);
        return new ImageManifest(
                manifest.digest,
                manifest.kind,
                manifest.available,
                manifest.platform,
                manifest.contentSize,
                manifest.unpackedSize,
                manifest.containers);
    }

    private void fields(JsonIn in) {
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ID" -> digest = in.text();
                    case "Available" -> available = in.flag();
                    case "Kind" -> kind = kind(in.text());
                    case "Size" -> contentSize = size(in, "Content", contentSize);
                    case "ImageData" -> imageData(in);
                    default -> in.skip();
                }
            }
        }
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "image" -> Kind.IMAGE;
            case "attestation" -> Kind.ATTESTATION;
            default -> Kind.UNKNOWN;
        };
    }

    private static long size(JsonIn in, String which, long known) {
        return in.map(JsonIn::number).getOrDefault(which, known);
    }

    private void imageData(JsonIn in) {
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Platform" -> platform = platform(in);
                    case "Size" -> unpackedSize = size(in, "Unpacked", unpackedSize);
                    case "Containers" -> containers = in.texts();
                    default -> in.skip();
                }
            }
        }
    }

    private static String platform(JsonIn in) {
        String os = "";
        String architecture = "";
        String variant = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "os" -> os = in.text();
                    case "architecture" -> architecture = in.text();
                    case "variant" -> variant = in.text();
                    default -> in.skip();
                }
            }
        }
        List<String> parts = new ArrayList<>(List.of(os, architecture, variant));
        parts.removeIf(String::isEmpty);
        return String.join("/", parts);
    }
}
