package io.quayside.desktop.ui.registries;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.registries.RegistryWords;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.Login;
import io.quayside.engine.credential.StoredLogin;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.registry.RegistryCertificates;
import io.quayside.engine.registry.RegistryClient;
import io.quayside.engine.registry.RegistryException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What the page of registries asks of files, helper programs, the engine and registries. Every call blocks.
final class RegistryWork {
    private static final int LONGEST = 400;

    private final ContainersParts parts;
    private final RegistryLogins logins;
    private final List<Path> certificates;

    /// @param certificates where the authorities of private registries stand
    RegistryWork(ContainersParts parts, List<Path> certificates) {
        this.parts = parts;
        this.logins = parts.logins();
        this.certificates = List.copyOf(certificates);
    }

    /// The registries that there are, and what kept some from being found.
    record Found(List<RegistryRow> rows, Optional<Problem> problem) {}

    Found find() {
        List<StoredLogin> kept = List.of();
        Optional<Problem> problem = Optional.empty();
        try {
            kept = logins.kept();
        } catch (CredentialException e) {
            problem = Optional.of(unreadable(e));
        }
        List<String> mirrors = List.of();
        List<String> plain = List.of();
        List<ImageSummary> images = List.of();
        try {
            Engine engine = parts.connected();
            EngineInfo info = engine.system().info();
            mirrors = info.registryMirrors();
            plain = info.insecureRegistries();
            images = engine.images().list(ImageFilter.everything());
        } catch (EngineException e) {
            // The logins are there without an engine too; that there is none, the status bar says.
            if (!(e instanceof UnreachableException || e instanceof CancelledException)) {
                problem = problem.or(() -> Optional.of(parts.problems().map(e, new Attempt("ask", "the engine"))));
            }
        }
        return new Found(
                new RegistryRows(kept, logins.ofSession(), mirrors, plain, images)
                        .all(server -> parts.uses().last(server), parts.clock().instant()),
                problem);
    }

    /// docker's file with logins, short.
    String file() {
        String path = logins.file().toString();
        String home = System.getProperty("user.home", "");
        return home.length() > 1 && path.startsWith(home + "/") ? "~" + path.substring(home.length()) : path;
    }

    /// The program that would keep a login; empty if it would stand in a file.
    Optional<String> keeper(String server) {
        try {
            return logins.keeper(server);
        } catch (CredentialException e) {
            return Optional.empty();
        }
    }

    /// Whether a registry is there; with the login for it, if there is one, also whether that is good.
    RegistryCheck check(String server) {
        try {
            RegistryClient.Door door = RegistryClient.open(server, certificates).knock();
            String how = door.protocol().isEmpty() ? "not encrypted" : door.protocol();
            if (logins.test(parts.connected(), server)) {
                return new RegistryCheck.Answers("The login is good, " + how);
            }
            return new RegistryCheck.Answers("Answers, " + how);
        } catch (RegistryException e) {
            return failed(e);
        } catch (CredentialException e) {
            return new RegistryCheck.Fails(SafeText.output(String.valueOf(e.getMessage()), LONGEST));
        } catch (EngineException e) {
            return new RegistryCheck.Fails(refusal(e));
        }
    }

    /// Whether a registry is there at all.
    RegistryCheck knock(String server) {
        try {
            RegistryClient.Door door = RegistryClient.open(server, certificates).knock();
            return new RegistryCheck.Answers(
                    "Answers, " + (door.protocol().isEmpty() ? "not encrypted" : door.protocol()));
        } catch (RegistryException e) {
            return failed(e);
        }
    }

    /// Where the engine would find that a certificate is to be trusted.
    ///
    /// @param file what would be written
    /// @param here whether that is on this computer
    record Place(Path file, boolean here) {}

    /// Where that is for the engine in use.
    Place place(String server) throws EngineException {
        Engine engine = parts.connected();
        Path usual = RegistryCertificates.folder(
                engine.system().ping().isPodman(), engine.system().info().isRootless());
        Path folder = certificates.contains(usual) ? usual : certificates.getFirst();
        return new Place(
                RegistryCertificates.file(folder, server), engine.endpoint() instanceof EngineEndpoint.UnixSocket);
    }

    /// Has the engine trust a certificate for a registry. Returns why not, if so.
    Optional<Problem> trust(String server, X509Certificate certificate, Consumer<String> copy) {
        Path file = Path.of("");
        try {
            Place place = place(server);
            file = place.file();
            if (place.here()) {
                RegistryCertificates.trust(place.file(), certificate);
                return Optional.empty();
            }
            return Optional.of(byHand(
                    "The engine is on another computer, where Quayside can't put the certificate.",
                    place.file(),
                    certificate,
                    copy));
        } catch (EngineException e) {
            return Optional.of(parts.problems().map(e, new Attempt("trust", server)));
        } catch (AccessDeniedException e) {
            return Optional.of(
                    byHand("You may not change the engine's folder for certificates.", file, certificate, copy));
        } catch (IOException e) {
            return Optional.of(new Problem(
                    "The certificate couldn't be kept.",
                    SafeText.output(String.valueOf(e.getMessage()), LONGEST),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    "registry-trust",
                    true));
        }
    }

    /// Signs in. Returns why not, if so.
    Optional<Problem> signIn(Login login, boolean keep) {
        try {
            logins.signIn(parts.connected(), login, keep);
            return Optional.empty();
        } catch (EngineException e) {
            Problem problem = parts.problems().map(e, new Attempt("sign in to", login.server()));
            return Optional.of(isRefusal(e) ? problem.withWords("Wrong user name or token.", "") : problem);
        } catch (CredentialException e) {
            return Optional.of(problem("The login couldn't be kept.", e));
        }
    }

    /// Signs out. Returns why not, if so.
    Optional<Problem> signOut(String server) {
        try {
            logins.signOut(server);
            return Optional.empty();
        } catch (CredentialException e) {
            return Optional.of(problem("Couldn't sign out of " + server + ".", e));
        }
    }

    private static Problem byHand(String title, Path file, X509Certificate certificate, Consumer<String> copy) {
        String command = "sudo install -D -m 644 /dev/stdin '" + file + "' <<'END'\n"
                + RegistryCertificates.pem(certificate) + "END\n";
        return new Problem(
                title,
                "The engine takes it from " + SafeText.output(file.toString(), LONGEST)
                        + ". The command for that can be run in a terminal there.",
                List.of(new Problem.Action("Copy command", () -> copy.accept(command))),
                Optional.empty(),
                List.of(),
                "registry-trust",
                true);
    }

    private static Problem unreadable(CredentialException e) {
        return problem("The logins that docker keeps can't be read.", e);
    }

    private static Problem problem(String title, CredentialException e) {
        return new Problem(
                title,
                SafeText.output(e.getMessage() + ".", LONGEST),
                List.of(),
                Optional.empty(),
                List.of(),
                "registry-login",
                true);
    }

    private static RegistryCheck failed(RegistryException e) {
        String words = SafeText.output(RegistryWords.why(e), LONGEST);
        return e instanceof RegistryException.Untrusted untrusted
                        && !untrusted.chain().isEmpty()
                ? new RegistryCheck.NotTrusted(words, untrusted.chain().getLast())
                : new RegistryCheck.Fails(words);
    }

    private static String refusal(EngineException e) {
        return isRefusal(e) ? "Wrong user name or token." : SafeText.output(String.valueOf(e.getMessage()), LONGEST);
    }

    /// Engines of different ages say it with different statuses.
    private static boolean isRefusal(EngineException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("401 unauthorized")
                || words.contains("incorrect username or password")
                || words.contains("unauthorized:");
    }
}
