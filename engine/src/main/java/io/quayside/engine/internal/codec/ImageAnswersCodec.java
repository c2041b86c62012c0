package io.quayside.engine.internal.codec;

import io.quayside.engine.model.HistoryEntry;
import io.quayside.engine.model.ImagePruneReport;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.SearchResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What calls about images answer, besides the images themselves.
public final class ImageAnswersCodec {
    private static final String NO_ID = "<missing>";

    private ImageAnswersCodec() {}

    /// Reads one item of `GET /images/{name}/history`.
    public static HistoryEntry historyEntry(JsonIn in) {
        String id = "";
        Optional<Instant> created = Optional.empty();
        String createdBy = "";
        long size = 0;
        String comment = "";
        List<String> tags = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Id" -> id = in.text();
                    case "Created" -> created = in.instant();
                    case "CreatedBy" -> createdBy = in.text();
                    case "Size" -> size = in.number();
                    case "Comment" -> comment = in.text();
                    case "Tags" -> tags = in.texts();
                    default -> in.skip();
                }
            }
        }
        return new HistoryEntry(id.equals(NO_ID) ? "" : id, created, createdBy, size, comment, tags);
    }

    /// Reads one item of `GET /images/search`.
    public static SearchResult found(JsonIn in) {
        String name = "";
        String description = "";
        long stars = 0;
        boolean official = false;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "name", "Name" -> name = in.text();
                    case "description", "Description" -> description = in.text();
                    case "star_count", "Stars" -> stars = in.number();
                    case "is_official" -> official = in.flag();
                    case "Official" -> official = in.text().equals("[OK]");
                    default -> in.skip();
                }
            }
        }
        return new SearchResult(name, description, stars, official);
    }

    /// Reads the answer to `POST /images/prune`.
    public static ImagePruneReport pruned(JsonIn in) {
        List<ImageRemoval> removed = List.of();
        long space = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ImagesDeleted" -> removed = in.list(ImageCodec::removal);
                    case "SpaceReclaimed" -> space = in.number();
                    default -> in.skip();
                }
            }
        }
        return new ImagePruneReport(removed, space);
    }
}
