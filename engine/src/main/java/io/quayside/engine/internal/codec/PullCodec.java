package io.quayside.engine.internal.codec;

import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullProgress.Phase;

/// The lines of `POST /images/create`.
public final class PullCodec {
    private PullCodec() {}

    /// One line: a step, or the reason why the pull failed.
    ///
    /// @param step the step; without meaning if there is an error
    /// @param error why the pull failed, or empty
    /// @param errorCode the status that the failure would have had as an answer, 0 if unknown
    public record Line(PullProgress step, String error, int errorCode) {}

    /// Reads one line.
    public static Line read(JsonIn in) {
        String layer = "";
        String status = "";
        Amount amount = Amount.NONE;
        Failure failure = Failure.NONE;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "id" -> layer = in.pooledText();
                    case "status", "stream" -> status = in.pooledText();
                    case "progressDetail" -> amount = amount(in);
                    case "error" -> failure = new Failure(in.text(), failure.code);
                    case "errorDetail" -> failure = failure(in, failure);
                    default -> in.skip();
                }
            }
        }
        PullProgress step = new PullProgress(layer, phase(layer, status), amount.current, amount.total, status);
        return new Line(step, failure.message, failure.code);
    }

    private record Amount(long current, long total) {
        static final Amount NONE = new Amount(0, 0);
    }

    private record Failure(String message, int code) {
        static final Failure NONE = new Failure("", 0);
    }

    private static Amount amount(JsonIn in) {
        long current = 0;
        long total = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "current" -> current = in.number();
                    case "total" -> total = in.number();
                    default -> in.skip();
                }
            }
        }
        return new Amount(current, total);
    }

    private static Failure failure(JsonIn in, Failure known) {
        String message = known.message;
        int code = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "message" -> message = in.text();
                    case "code" -> code = in.smallNumber();
                    default -> in.skip();
                }
            }
        }
        return new Failure(message, code);
    }

    /// The engine has no other word for what it does with a layer than its English one; the first line of a pull has
    /// the tag in place of a layer.
    private static Phase phase(String layer, String status) {
        if (layer.isEmpty() || status.startsWith("Pulling from")) {
            return Phase.MESSAGE;
        }
        return switch (status) {
            case "Pulling fs layer", "Waiting", "Preparing" -> Phase.WAITING;
            case "Downloading" -> Phase.DOWNLOADING;
            case "Verifying Checksum" -> Phase.VERIFYING;
            case "Download complete" -> Phase.DOWNLOADED;
            case "Extracting" -> Phase.EXTRACTING;
            case "Pull complete" -> Phase.COMPLETE;
            case "Already exists" -> Phase.EXISTED;
            default -> Phase.MESSAGE;
        };
    }
}
