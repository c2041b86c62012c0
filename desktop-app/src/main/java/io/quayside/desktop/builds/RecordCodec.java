package io.quayside.desktop.builds;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quayside.engine.build.BuildSecret;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records of builds as JSON. Fields that this version doesn't know are passed over.
final class RecordCodec {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .addMixIn(BuildSecret.class, SecretKinds.class)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private RecordCodec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BuildSecret.OfFile.class, name = "file"),
        @JsonSubTypes.Type(value = BuildSecret.OfVariable.class, name = "variable")
    })
    private interface SecretKinds {}

    /// What is in a file.
    ///
    /// @param process the program that did the build
    /// @param since when that program began: numbers of processes are used again
    record Kept(int version, long process, Optional<Instant> since, BuildRecord build) {
        /// Whether the program that did the build is still there.
        boolean isAlive() {
            return ProcessHandle.of(process)
                    .filter(there ->
                            since.isEmpty() || there.info().startInstant().equals(since))
                    .isPresent();
        }
    }

    /// The text is no record of a build.
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        DamagedException(String why) {
            super(why);
        }
    }

    static byte[] write(BuildRecord build) {
        ProcessHandle own = ProcessHandle.current();
        return MAPPER.writeValueAsBytes(new Kept(VERSION, own.pid(), own.info().startInstant(), build));
    }

    static Kept read(byte[] text) throws DamagedException {
        try {
            Kept kept = MAPPER.readValue(text, Kept.class);
            if (kept.version() > VERSION) {
                throw new DamagedException("it is of a later version");
            }
            return kept;
        } catch (JacksonException e) {
            throw new DamagedException(e.getOriginalMessage());
        }
    }
}
