package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.run.NetworkOption;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/// The networks. The first is written with the options from the time when there was one only, as people know them;
/// further ones have everything in their value.
final class NetworkSection extends FormSection {
    private final RunViewModel model;
    private final List<NetworkRow> all = new ArrayList<>();
    private final VBox rows = new VBox(8);

    NetworkSection(RunViewModel model) {
        super(
                "Network",
                "Aliases are further names in it",
                RunFlag.NETWORK,
                RunFlag.NETWORK_ALIAS,
                RunFlag.IP,
                RunFlag.IP6);
        this.model = model;
        ActionButton add = ValuesSection.link(
                "Add network",
                Icons.ADD,
                () -> add(NetworkOption.named(""), false).focus());
        add.setId("run-add-network");
        content().getChildren().addAll(rows, add);
        foldable();
    }

    /// The networks that a line says, each with what is said about it.
    private static List<NetworkOption> of(RunSpec spec) {
        List<NetworkOption> found = new ArrayList<>();
        for (String value : spec.values(RunFlag.NETWORK)) {
            try {
                found.add(NetworkOption.read(value));
            } catch (RunValueException e) {
                found.add(NetworkOption.named(value)); // what is wrong is told below it
            }
        }
        boolean said = List.of(RunFlag.NETWORK_ALIAS, RunFlag.IP, RunFlag.IP6).stream()
                .anyMatch(flag -> !spec.values(flag).isEmpty());
        if (said) {
            NetworkOption first = found.isEmpty() ? NetworkOption.named("") : found.removeFirst();
            EndpointSettings.Builder place = first.place().toBuilder();
            if (!spec.values(RunFlag.NETWORK_ALIAS).isEmpty()) {
                place.aliases(spec.values(RunFlag.NETWORK_ALIAS));
            }
            spec.value(RunFlag.IP).ifPresent(place::ipv4Address);
            spec.value(RunFlag.IP6).ifPresent(place::ipv6Address);
            found.addFirst(new NetworkOption(first.name(), place.build()));
        }
        return found;
    }

    @Override
    void load() {
        all.clear();
        rows.getChildren().clear();
        RunSpec spec = model.specProperty().get();
        List<String> values = spec.values(RunFlag.NETWORK);
        List<NetworkOption> options = of(spec);
        for (int i = 0; i < options.size(); i++) {
            add(options.get(i), i < values.size() && NetworkOption.hasFields(values.get(i)));
        }
    }

    private NetworkRow add(NetworkOption option, boolean inFields) {
        NetworkRow[] self = new NetworkRow[1];
        NetworkRow row = new NetworkRow(option, inFields, model::networks, this::changed, () -> {
            all.remove(self[0]);
            rows.getChildren().remove(self[0].node());
            changed();
        });
        self[0] = row;
        all.add(row);
        rows.getChildren().add(row.node());
        return row;
    }

    private void changed() {
        List<String> values = new ArrayList<>();
        EndpointSettings flat = NetworkOption.named("").place();
        for (NetworkRow row : all) {
            NetworkOption option = row.option();
            if (row == all.getFirst() && !row.isInFields()) {
                flat = option.place();
                if (!option.name().isEmpty()) {
                    values.add(option.name());
                }
            } else if (!option.name().isEmpty()) {
                values.add(option.written());
            }
        }
        EndpointSettings first = flat;
        model.change(
                RunFlag.NETWORK,
                spec -> spec.with(RunFlag.NETWORK, values)
                        .with(RunFlag.NETWORK_ALIAS, first.aliases())
                        .with(RunFlag.IP, first.ipv4Address())
                        .with(RunFlag.IP6, first.ipv6Address()));
    }

    @Override
    String summary(RunSpec spec) {
        List<NetworkOption> networks = of(spec);
        return networks.isEmpty()
                ? "The engine's own, bridge"
                : SafeText.line(networks.stream().map(NetworkSection::words).collect(Collectors.joining("; ")));
    }

    private static String words(NetworkOption option) {
        List<String> aliases = option.place().aliases();
        String names = aliases.isEmpty()
                ? ""
                : (aliases.size() == 1 ? ", alias " : ", aliases ") + String.join(" and ", aliases);
        String address = option.place().ipv4Address();
        return (option.name().isEmpty() ? "bridge" : option.name())
                + names
                + (address.isEmpty() ? "" : ", always " + address);
    }

    @Override
    void faults(List<RunFault> faults) {
        super.faults(faults);
        for (NetworkRow row : all) {
            row.mark(faults.stream().anyMatch(one -> isOf(one, RunFlag.NETWORK) && isIn(one, row)));
            row.markAliases(faults.stream().anyMatch(one -> isOf(one, RunFlag.NETWORK_ALIAS) && isIn(one, row)));
            row.markAddress(faults.stream().anyMatch(one -> isOf(one, RunFlag.IP) && isIn(one, row)));
        }
    }

    private static boolean isOf(RunFault fault, RunFlag flag) {
        return fault.flag().filter(flag::equals).isPresent();
    }

    /// What is said by options of their own belongs to the first network, but an address may be that of any.
    private boolean isIn(RunFault fault, NetworkRow row) {
        NetworkOption option = row.option();
        if (isOf(fault, RunFlag.NETWORK)) {
            return fault.value().equals(option.name()) || fault.value().equals(option.written());
        }
        return row == all.getFirst()
                || (isOf(fault, RunFlag.IP)
                        && fault.value().equals(option.place().ipv4Address()));
    }

    @Override
    void focusField(RunFault fault) {
        // The row that has the address rather than the first, which an address may be about too.
        all.stream()
                .filter(row -> isOf(fault, RunFlag.IP)
                        && fault.value().equals(row.option().place().ipv4Address()))
                .findFirst()
                .or(() -> all.stream().filter(row -> isIn(fault, row)).findFirst())
                .ifPresentOrElse(row -> row.focus(fault.flag()), this::focusField);
    }

    @Override
    List<SpecChange> placed(List<SpecChange> own, Consumer<SpecChange> undo) {
        List<SpecChange> rest = new ArrayList<>(own);
        for (NetworkRow row : all) {
            Optional<SpecChange> here = rest.stream()
                    .filter(one -> one.flag().filter(RunFlag.NETWORK::equals).isPresent()
                            && one.now().filter(row.option().written()::equals).isPresent())
                    .findFirst();
            here.ifPresent(rest::remove);
            row.was(here, undo);
        }
        return rest;
    }

    @Override
    void focusField() {
        (all.isEmpty() ? add(NetworkOption.named(""), false) : all.getFirst()).focus();
    }
}
