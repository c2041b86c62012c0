package io.quayside.engine.credential;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// docker's settings lent to one program, with logins that docker doesn't keep.
public final class LentConfig {
    private static final Logger LOG = LoggerFactory.getLogger(LentConfig.class);

    private LentConfig() {}

    /// Writes the settings of one folder into another, with these logins in place of those for their registries. The
    /// file can be read by the user only.
    ///
    /// @param from docker's folder, which stays as it is; settings that can't be read count as empty, as for docker
    /// @param to a folder that nobody else can look into, and that is removed when the program has ended
    public static void write(Path from, Path to, List<Login> logins) throws CredentialException {
        ConfigFile known;
        try {
            known = ConfigFile.read(from);
        } catch (CredentialException e) {
            LOG.warn("docker's settings can't be read: {}", e.getMessage());
            known = ConfigFile.emptyIn(from);
        }
        known.copyTo(to, logins);
    }
}
