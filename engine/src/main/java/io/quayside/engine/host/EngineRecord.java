package io.quayside.engine.host;

import io.quayside.engine.platform.AtomicFile;
import io.quayside.engine.process.ProcessIdentity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// Whom Quayside started last, written down so that a later run knows its engine again.
///
/// @param block the addresses of its networks, absent for a rootless engine, whose networks are its own
/// @param ownRules whether Quayside set the firewall rules for it
record EngineRecord(ProcessIdentity process, Optional<AddressBlock> block, boolean ownRules) {

    /// The record in this file; absent when there is none that can be read.
    static Optional<EngineRecord> read(Path file) throws IOException {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return ProcessIdentity.parse(values.getProperty("process", ""))
                .map(process -> new EngineRecord(
                        process,
                        AddressBlock.parse(values.getProperty("addresses", "")),
                        Boolean.parseBoolean(values.getProperty("own-rules"))));
    }

    void write(Path file) throws IOException {
        AtomicFile.write(
                file,
                "process=%s\naddresses=%s\nown-rules=%s\n"
                        .formatted(
                                process.toText(),
                                block.map(AddressBlock::toString).orElse(""),
                                ownRules));
    }
}
