package io.quayside.engine.internal.codec;

/// One line of what an engine tells while it pulls, pushes, loads, imports or builds: a step, or the reason why it
/// failed.
///
/// @param id what the line is about, mostly a layer, or empty
/// @param status the engine's words, or empty
/// @param stream output of what it runs or says, or empty
/// @param current how much is done, 0 if unknown
/// @param total of how much, 0 if unknown
/// @param aux a result: the id or digest of an image, or empty
/// @param error why it failed, or empty
/// @param errorCode the status that the failure would have had as an answer, 0 if unknown
public record ProgressLine(
        String id, String status, String stream, long current, long total, String aux, String error, int errorCode) {

    /// Whether it is the reason why it failed.
    public boolean failed() {
        return !error.isEmpty();
    }

    /// Reads one line.
    public static ProgressLine read(JsonIn in) {
        String id = "";
        String status = "";
        String stream = "";
        Amount amount = Amount.NONE;
        String aux = "";
        Failure failure = Failure.NONE;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "id" -> id = in.pooledText();
                    case "status" -> status = in.pooledText();
                    case "stream" -> stream = in.text();
                    case "progressDetail" -> amount = amount(in);
                    case "aux" -> aux = aux(in);
                    case "error" -> failure = new Failure(in.text(), failure.code);
                    case "errorDetail" -> failure = failure(in, failure);
                    default -> in.skip();
                }
            }
        }
        return new ProgressLine(id, status, stream, amount.current, amount.total, aux, failure.message, failure.code);
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

    private static String aux(JsonIn in) {
        String result = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ID", "Digest" -> result = in.text();
                    default -> in.skip();
                }
            }
        }
        return result;
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
}
