package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Found;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Own;
import java.util.Optional;

/// One of the choices, in the words of its card.
sealed interface WelcomeOption {
    String title();

    String text();

    /// Why it can't be chosen; empty when it can.
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /// The label of the button that goes on with it.
    String action();

    /// An engine that runs already.
    record UseFound(Found found) implements WelcomeOption {
        @Override
        public String title() {
            return "Use " + found.product();
        }

        @Override
        public String text() {
            return found.choice().address();
        }

        @Override
        public String action() {
            return "Use it";
        }
    }

    /// Any other engine, by address or context.
    record Connect() implements WelcomeOption {
        @Override
        public String title() {
            return "Connect to an existing engine";
        }

        @Override
        public String text() {
            return "A Docker context, a local socket, a TCP address with TLS, or another computer over SSH.";
        }

        @Override
        public String action() {
            return "Connect";
        }
    }

    /// An engine of Quayside's own.
    record StartOwn(Own own) implements WelcomeOption {
        @Override
        public String title() {
            return "Use Docker Engine on this computer";
        }

        @Override
        public String text() {
            return own.unavailable()
                    .map(StartOwn::reason)
                    .orElse("Quayside starts one of its own. It runs containers directly, with no VM.");
        }

        private static String reason(Problem problem) {
            return problem.why().isEmpty() ? problem.title() : problem.title() + " " + problem.why();
        }

        @Override
        public Optional<String> unavailable() {
            return own.unavailable().map(Problem::title);
        }

        @Override
        public String action() {
            return "Start Docker Engine";
        }
    }

    /// A virtual machine that Quayside makes.
    record CreateVm(WelcomeEngines.NewVm vm) implements WelcomeOption {
        @Override
        public String title() {
            return "Create a Linux VM";
        }

        @Override
        public String text() {
            return vm.offer()
                    .missing()
                    .map(check -> check.title() + ". " + check.detail())
                    .orElse("A small virtual machine that Quayside starts and can delete. The engine runs in it, apart"
                            + " from this system.");
        }

        @Override
        public Optional<String> unavailable() {
            return vm.offer().missing().map(VmCheck::title);
        }

        @Override
        public String action() {
            return "Create VM";
        }
    }

    /// A virtual machine that was made before.
    record StartVm(WelcomeEngines.KnownVm vm) implements WelcomeOption {
        @Override
        public String title() {
            return "Use the Linux VM " + vm.choice().title();
        }

        @Override
        public String text() {
            return unavailable().orElse(vm.facts());
        }

        @Override
        public Optional<String> unavailable() {
            return vm.choice().problem();
        }

        @Override
        public String action() {
            return "Start VM";
        }
    }
}
