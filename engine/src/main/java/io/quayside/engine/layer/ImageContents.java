package io.quayside.engine.layer;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;

/// What is inside an image.
///
/// @param layers lowest first
/// @param wasted what takes space and isn't seen, largest first
public record ImageContents(List<ImageLayer> layers, List<WastedSpace> wasted) {

    /// Bytes of the files of all layers.
    public long size() {
        return layers.stream().mapToLong(ImageLayer::size).sum();
    }

    /// Bytes that take space and aren't seen.
    public long wastedBytes() {
        return wasted.stream().mapToLong(WastedSpace::bytes).sum();
    }

    /// Reads an image of an engine, all of it; interrupt the thread to stop.
    ///
    /// @param progress hears how many bytes have come, now and then
    public static ImageContents of(Engine engine, String image, LongConsumer progress)
            throws EngineException, IOException {
        try (InputStream archive = engine.images().save(List.of(image))) {
            return read(archive, progress);
        }
    }

    /// Reads an archive as `docker save` writes it, in docker's layout or the one of OCI, in one pass. Nothing of it is
    /// written anywhere. Only names and sizes are kept in memory.
    public static ImageContents read(InputStream archive, LongConsumer progress) throws IOException {
        return new SavedImage().read(archive, progress);
    }
}
