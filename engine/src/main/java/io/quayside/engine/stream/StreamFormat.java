package io.quayside.engine.stream;

/// How output of a container is put on the wire.
public enum StreamFormat {
    /// Frames that say which stream their bytes belong to: a container or exec without a terminal.
    MULTIPLEXED,
    /// Just the bytes: a container or exec with a terminal.
    RAW;

    private static final String MULTIPLEXED_TYPE = "application/vnd.docker.multiplexed-stream";

    /// The format of an answer.
    ///
    /// @param contentType its `Content-Type`, or an empty string. Before API 1.42 engines called both formats a
    ///     raw stream
    /// @param tty whether the container or exec has a terminal; decides when the content type doesn't
    public static StreamFormat of(String contentType, boolean tty) {
        if (contentType.startsWith(MULTIPLEXED_TYPE)) {
            return MULTIPLEXED;
        }
        return tty ? RAW : MULTIPLEXED;
    }
}
