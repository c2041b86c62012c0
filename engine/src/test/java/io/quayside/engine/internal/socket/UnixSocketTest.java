package io.quayside.engine.internal.socket;

import java.io.IOException;
import java.nio.file.Path;

class UnixSocketTest extends StreamSocketContract {

    @Override
    StreamSocket socket(Path to) throws IOException {
        return new UnixSocket(to);
    }
}
