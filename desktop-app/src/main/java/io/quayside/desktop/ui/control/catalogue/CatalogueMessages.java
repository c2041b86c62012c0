package io.quayside.desktop.ui.control.catalogue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.ProblemPane;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Problems, confirmations, empty states.
final class CatalogueMessages {
    private CatalogueMessages() {}

    static List<Node> sections() {
        Problem port = new Problem(
                "postgres-dev couldn’t start: port 5432 is already in use.",
                "Another program on this computer (postgres, process 4127) is listening on it.",
                List.of(new Problem.Action("Use port 5434", () -> {}), new Problem.Action("Edit ports…", () -> {})),
                Optional.of(
                        "driver failed programming external connectivity: Bind for 0.0.0.0:5432 failed: port is already allocated"),
                List.of("Request: POST /containers/postgres-dev/start", "Status: 500"),
                "port-in-use",
                true);
        Problem disk = new Problem(
                "The engine stopped: the disk is full.",
                "quayside used all 64 GB of its disk, so the Docker daemon could not write and exited. Your containers and volumes are kept.",
                List.of(new Problem.Action("Free space…", () -> {}), new Problem.Action("Start as it is", () -> {})),
                Optional.of("dockerd: write /var/lib/docker/containers/4f1c9a02be71-json.log: no space left on device"),
                List.of("Time: 14:32:17"),
                "disk-full",
                true);
        Problem folder = new Problem(
                "/Volumes/data is not connected.",
                "Containers that mount it would see an empty folder.",
                List.of(new Problem.Action("Try again", () -> {})),
                Optional.empty(),
                List.of(),
                "folder",
                true);
        return List.of(
                new ProblemPane(ProblemPane.Form.BANNER, disk),
                new ProblemPane(ProblemPane.Form.ROW, port).onDismiss(() -> {}),
                new ProblemPane(ProblemPane.Form.ROW, ProblemPane.Level.WARNING, folder),
                confirmations(),
                new EmptyState(
                        "No containers yet.",
                        "Run one from an image, or open a compose file.",
                        new ActionButton("Run container", () -> {}).primary(),
                        new ActionButton("Open compose file", () -> {})));
    }

    private static Node confirmations() {
        Confirmation containers = new Confirmation(
                "Delete 2 containers?",
                "api and worker are running and will be stopped first. 1 anonymous volume (24 MB) goes with them. Named volumes stay.",
                List.of(new Confirmation.Line("api", "running"), new Confirmation.Line("worker", "running")),
                "Delete 2 containers",
                Optional.empty());
        Confirmation volume = new Confirmation(
                "Delete pgdata-old?",
                "612 MB of data is deleted for good. No container uses it.",
                List.of(),
                "Delete volume",
                Optional.of("pgdata-old"));
        return new HBox(
                12, new ConfirmPanel(containers, () -> {}, () -> {}), new ConfirmPanel(volume, () -> {}, () -> {}));
    }
}
