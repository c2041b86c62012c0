package io.quayside.desktop;

import javafx.application.Application;
import javafx.stage.Stage;

/// Opens addresses in the user's browser.
final class Browser {
    /// The toolkit hands its services out through an application only; this one is never started.
    private static final class Services extends Application {
        @Override
        public void start(Stage stage) {
            throw new IllegalStateException("Only for its services");
        }
    }

    private Browser() {}

    static void open(String address) {
        new Services().getHostServices().showDocument(address);
    }
}
