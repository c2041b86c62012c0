package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.registries.RegistryWords;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.Login;
import io.quayside.engine.registry.RegistryClient;
import io.quayside.engine.registry.RegistryException;
import io.quayside.engine.registry.RemoteRepository;
import io.quayside.engine.registry.TagPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks registries which tags a repository has. Any thread; blocks, and ends when its thread is interrupted.
///
/// @param logins who asks
/// @param certificates where the authorities of private registries stand
public record ImageTags(RegistryLogins logins, List<Path> certificates) {
    private static final Logger LOG = LoggerFactory.getLogger(ImageTags.class);
    private static final int PAGE = 50;

    public ImageTags {
        certificates = List.copyOf(certificates);
    }

    /// What a registry said.
    sealed interface Answer {
        record Tags(TagPage page) implements Answer {}

        /// @param why in words
        record Failed(String why) implements Answer {}
    }

    /// Some tags of the repository of an image.
    ///
    /// @param from where the page before ended, or empty for the first
    Answer ask(String reference, Optional<String> from) {
        RemoteRepository repository = RemoteRepository.ofImage(reference);
        try {
            return new Answer.Tags(RegistryClient.open(repository, login(reference), certificates)
                    .tags(from, PAGE));
        } catch (RegistryException e) {
            LOG.info("No tags of {}: {}", reference, e.toString());
            return new Answer.Failed(SafeText.line(words(e)));
        }
    }

    private static String words(RegistryException failure) {
        return switch (failure) {
            case RegistryException.Denied _ -> failure.host() + " shows its tags only to those who are signed in.";
            case RegistryException.NotFound _ -> "It has no repository of this name.";
            case RegistryException.Unexpected _ -> failure.host() + " doesn't say which tags there are.";
            default -> RegistryWords.why(failure);
        };
    }

    /// As docker does: a login that can't be read is none.
    private Optional<Login> login(String reference) {
        try {
            return logins.loginForImage(reference);
        } catch (CredentialException e) {
            LOG.warn("The login for {} can't be read: {}", reference, e.getMessage());
            return Optional.empty();
        }
    }
}
