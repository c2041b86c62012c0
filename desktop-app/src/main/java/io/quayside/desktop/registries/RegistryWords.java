package io.quayside.desktop.registries;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.registry.RegistryException;

/// Why a registry gave no answer, in sentences.
public final class RegistryWords {
    private static final int LONGEST = 400;

    private RegistryWords() {}

    /// Whoever asked for something particular says it better where that was denied or isn't there.
    public static String why(RegistryException failure) {
        String host = SafeText.line(failure.host());
        return switch (failure) {
            case RegistryException.Denied _ -> host + " shows it only to those who are signed in and may see it.";
            case RegistryException.NotFound _ -> host + " doesn’t have it any more.";
            case RegistryException.RateLimited _ -> host + " has been asked too often.";
            case RegistryException.Untrusted untrusted ->
                "The certificate of " + host + " is not trusted."
                        + (untrusted.issuer().isEmpty()
                                ? ""
                                : " It is signed by “" + SafeText.output(untrusted.issuer(), LONGEST) + "”.");
            case RegistryException.UnknownHost _ ->
                "The name " + host + " was not found. You may be offline or need a proxy.";
            case RegistryException.Unreachable _ -> host + " can't be reached.";
            case RegistryException.Unexpected _ -> host + " doesn’t answer as registries do.";
            case RegistryException.Cancelled _ -> "";
        };
    }
}
