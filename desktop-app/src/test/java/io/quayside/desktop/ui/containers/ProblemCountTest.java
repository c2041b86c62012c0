package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.fake.FakeEngine;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How many problems there are doesn't depend on what is on screen.
class ProblemCountTest {
    private static final String TAKEN = "driver failed programming external connectivity: Bind for 0.0.0.0:5432 failed:"
            + " port is already allocated";

    @Test
    void problemsFarOffScreenAreCounted() {
        try (FakeEngine engine = FakeEngine.start()) {
            engine.containers().fill(1000);
            FakeInspections inspections = new FakeInspections(engine);
            for (int i = 0; i < 40; i++) {
                inspections.add(i, "zz-created-" + i, "created", 0, new FakeInspections.End(TAKEN, false, 0));
                inspections.add(100 + i, "zz-fine-" + i, "created", 0, new FakeInspections.End("", false, 0));
            }
            // An exit code that a requested stop explains, but the engine has a reason too.
            inspections.add(200, "zz-stopped", "exited", 143, new FakeInspections.End(TAKEN, false, 0));
            long failed = engine.containers().all().stream()
                    .filter(container -> container.state().equals("exited"))
                    .filter(container -> container.exitCode() != 0 && container.exitCode() != 143)
                    .count();
            try (PageFixture page = PageFixture.open(engine.socket())) {
                page.await(
                        "all problems",
                        () -> page.model().countsProperty().get().getOrDefault(Segment.PROBLEMS, 0) == 41 + failed);
                Fx.call(() -> {
                    page.model().options().segmentProperty().set(Segment.PROBLEMS);
                    return true;
                });
                assertEquals(
                        41 + failed,
                        Fx.call(() -> page.model().groupsProperty().get().stream()
                                .flatMap(group -> group.rows().stream())
                                .filter(io.quayside.desktop.ui.containers.row.ContainerRow.class::isInstance)
                                .count()));
                assertTrue(onlyThoseThatMayHaveOne(engine), "containers that ended well are not inspected");
            }
        }
    }

    /// Beside the few rows on screen.
    private static boolean onlyThoseThatMayHaveOne(FakeEngine engine) {
        Set<String> well = engine.containers().all().stream()
                .filter(container -> container.state().equals("running")
                        || (container.state().equals("exited") && container.exitCode() == 0))
                .map(container -> container.id())
                .collect(Collectors.toSet());
        return engine.requests().stream()
                        .filter(request -> request.path().endsWith("/json"))
                        .filter(request -> well.contains(request.segment(1)))
                        .count()
                < 100;
    }
}
