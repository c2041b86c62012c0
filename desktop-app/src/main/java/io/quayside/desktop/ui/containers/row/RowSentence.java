package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import java.util.StringJoiner;

/// A row as one sentence, for screen readers: "web, project view-count, running 2 hours 14 minutes, healthy, CPU 1.8
/// percent, memory 62 of 256 megabytes, port 5000."
public final class RowSentence {
    private RowSentence() {}

    public static String of(RowItem item) {
        return switch (item) {
            case ContainerRow row -> container(row);
            case ProjectRow row -> project(row);
            case ProblemRow row -> row.problem().title() + " " + row.problem().why();
        };
    }

    private static String container(ContainerRow row) {
        ContainerLine line = row.line();
        StringJoiner text = new StringJoiner(", ", "", ".");
        text.add(line.name());
        line.container().project().ifPresent(project -> text.add("project " + SafeText.line(project)));
        String detail = Times.spoken(line.status().detail());
        text.add(line.busy().orElse(line.status().word()).toLowerCase(java.util.Locale.ROOT)
                + (detail.isEmpty() || line.busy().isPresent() ? "" : " " + detail));
        FigureLine figures = row.figures();
        if (!Double.isNaN(figures.cpuPercent())) {
            text.add("CPU " + figures.cpu().replace("%", " percent"));
        }
        if (figures.memoryUsed() > 0) {
            text.add("memory " + Sizes.spoken(figures.memoryUsed()));
        }
        line.ports().stream().filter(port -> port.hostPort() > 0).forEach(port -> text.add("port " + port.hostPort()));
        line.deletingIn().ifPresent(seconds -> text.add("deleting in " + seconds + " seconds"));
        return text.toString();
    }

    private static String project(ProjectRow row) {
        ProjectRow.Line line = row.line();
        return line.title() + ", " + line.count() + (row.expandedProperty().get() ? ", expanded." : ", collapsed.");
    }
}
