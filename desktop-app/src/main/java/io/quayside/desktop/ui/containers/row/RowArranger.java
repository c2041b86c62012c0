package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Groups and orders rows. Keeps the project rows, so that the same project is the same row every time. FX thread.
public final class RowArranger {
    /// How the list is arranged.
    ///
    /// @param frozen rows keep their places; new ones come last
    public record Arrangement(Grouping grouping, SortKey sort, boolean ascending, boolean frozen) {}

    private final Map<String, ProjectRow> heads = new HashMap<>();
    private final Map<String, Integer> lastPlaces = new HashMap<>();
    private final Function<ContainerRow, Optional<ProblemRow>> problems;

    /// @param problems the problem to show under a container
    public RowArranger(Function<ContainerRow, Optional<ProblemRow>> problems) {
        this.problems = problems;
    }

    /// Puts the rows that `shown` lets through into groups.
    public List<RowGroup> arrange(Collection<ContainerRow> rows, Predicate<ContainerRow> shown, Arrangement how) {
        Map<String, List<ContainerRow>> all = new LinkedHashMap<>();
        Map<String, List<ContainerRow>> visible = new LinkedHashMap<>();
        for (ContainerRow row : rows) {
            String group = how.grouping().of(row.line().container()).orElse("");
            all.computeIfAbsent(group, ignored -> new ArrayList<>()).add(row);
            if (shown.test(row)) {
                visible.computeIfAbsent(group, ignored -> new ArrayList<>()).add(row);
            }
        }
        List<RowGroup> groups = new ArrayList<>();
        Comparator<ContainerRow> order = order(how);
        visible.forEach((name, members) -> {
            members.sort(order);
            groups.add(new RowGroup(
                    how.grouping() == Grouping.NONE
                            ? Optional.empty()
                            : Optional.of(head(how.grouping(), name, all.getOrDefault(name, members))),
                    withProblems(members)));
        });
        if (how.grouping() != Grouping.NONE) {
            groups.sort(groupOrder(how));
        }
        remember(groups);
        return List.copyOf(groups);
    }

    /// Brings the sums in the project rows up to date.
    public void refreshHeads(Grouping grouping, Collection<ContainerRow> rows) {
        if (grouping == Grouping.NONE) {
            return;
        }
        Map<String, List<ContainerRow>> all = new HashMap<>();
        for (ContainerRow row : rows) {
            all.computeIfAbsent(grouping.of(row.line().container()).orElse(""), ignored -> new ArrayList<>())
                    .add(row);
        }
        all.forEach((name, members) -> head(grouping, name, members));
    }

    private ProjectRow head(Grouping grouping, String name, List<ContainerRow> members) {
        String key = grouping + ":" + name;
        ProjectRow.Line line = line(grouping, name, members);
        ProjectRow head = heads.computeIfAbsent(key, ignored -> new ProjectRow(key, line));
        head.setLine(line);
        head.setChecks(checks(members));
        return head;
    }

    private static ProjectRow.Line line(Grouping grouping, String name, List<ContainerRow> members) {
        int up = 0;
        double cpu = 0;
        long memory = 0;
        boolean figures = false;
        boolean live = true;
        for (ContainerRow row : members) {
            up += row.line().container().isUp() ? 1 : 0;
            live &= row.line().live();
            if (row.figures().isKnown()) {
                figures = true;
                cpu += Double.isNaN(row.figures().cpuPercent())
                        ? 0
                        : row.figures().cpuPercent();
                memory += row.figures().memoryUsed();
            }
        }
        boolean named = !name.isEmpty();
        String title = named ? SafeText.line(name) : grouping.rest();
        boolean sums = figures && named && live;
        return new ProjectRow.Line(
                title,
                count(up, members.size(), named && live),
                sums ? FigureLine.percent(cpu) : "",
                sums ? Sizes.of(memory) : "",
                named && grouping == Grouping.PROJECT ? folder(members) : "",
                up,
                members.size(),
                named,
                live);
    }

    private static String count(int up, int total, boolean known) {
        if (known) {
            return up + " of " + total + " running";
        }
        return total == 1 ? "1 container" : total + " containers";
    }

    private static String folder(List<ContainerRow> members) {
        String home = System.getProperty("user.home", "");
        return members.stream()
                .map(row -> row.line().container())
                .map(Container::projectFolder)
                .flatMap(Optional::stream)
                .findFirst()
                .map(folder -> home.length() > 1 && folder.startsWith(home + "/")
                        ? "~" + folder.substring(home.length())
                        : folder)
                .map(SafeText::line)
                .orElse("");
    }

    private static ProjectRow.Checks checks(List<ContainerRow> members) {
        long checked =
                members.stream().filter(row -> row.checkedProperty().get()).count();
        if (checked == 0) {
            return ProjectRow.Checks.NONE;
        }
        return checked == members.size() ? ProjectRow.Checks.ALL : ProjectRow.Checks.SOME;
    }

    private List<RowItem> withProblems(List<ContainerRow> members) {
        List<RowItem> rows = new ArrayList<>(members.size());
        for (ContainerRow row : members) {
            rows.add(row);
            problems.apply(row).ifPresent(rows::add);
        }
        return rows;
    }

    private Comparator<ContainerRow> order(Arrangement how) {
        Comparator<ContainerRow> wanted = how.sort().order(how.ascending());
        return how.frozen() ? Comparator.comparingInt(this::lastPlace).thenComparing(wanted) : wanted;
    }

    private int lastPlace(ContainerRow row) {
        return lastPlaces.getOrDefault(row.key(), Integer.MAX_VALUE);
    }

    /// Those that belong to no group come last; the others by their own value.
    private Comparator<RowGroup> groupOrder(Arrangement how) {
        Comparator<RowGroup> byName = Comparator.comparing(
                group -> group.head().orElseThrow().line().title().toLowerCase(java.util.Locale.ROOT));
        Comparator<RowGroup> byValue = switch (how.sort()) {
            case CPU ->
                Comparator.comparingDouble(
                        group -> sum(group, row -> row.figures().cpuPercent()));
            case MEMORY ->
                Comparator.comparingDouble(
                        group -> sum(group, row -> row.figures().memoryUsed()));
            case SIZE ->
                Comparator.comparingDouble(group -> sum(group, row -> row.size().orElse(0)));
            case NET_IO ->
                Comparator.comparingDouble(group -> sum(
                        group, row -> row.figures().received() + row.figures().sent()));
            case NAME -> byName;
            default -> byName;
        };
        Comparator<RowGroup> wanted = (how.ascending() ? byValue : byValue.reversed()).thenComparing(byName);
        Comparator<RowGroup> restLast =
                Comparator.comparing(group -> !group.head().orElseThrow().line().hasActions());
        Comparator<RowGroup> order = restLast.thenComparing(wanted);
        if (!how.frozen()) {
            return order;
        }
        return Comparator.comparingInt((RowGroup group) ->
                        lastPlaces.getOrDefault(group.head().orElseThrow().key(), Integer.MAX_VALUE))
                .thenComparing(order);
    }

    private static double sum(RowGroup group, Function<ContainerRow, Number> value) {
        double sum = 0;
        for (RowItem item : group.rows()) {
            if (item instanceof ContainerRow row) {
                double one = value.apply(row).doubleValue();
                sum += Double.isNaN(one) ? 0 : one;
            }
        }
        return sum;
    }

    private void remember(List<RowGroup> groups) {
        lastPlaces.clear();
        int place = 0;
        for (RowGroup group : groups) {
            if (group.head().isPresent()) {
                lastPlaces.put(group.head().get().key(), place++);
            }
            for (RowItem item : group.rows()) {
                lastPlaces.put(item.key(), place++);
            }
        }
    }
}
