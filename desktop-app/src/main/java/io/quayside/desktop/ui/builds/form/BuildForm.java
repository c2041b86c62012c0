package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.builds.form.BuildFault.Part;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.dockerfile.DeclaredArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The fields, in their sections. FX thread.
final class BuildForm extends VBox {
    private final BuildFormViewModel model;
    private final FolderFields folder;
    private final RowsEditor<String> tags;
    private final RowsEditor<NamedValue> arguments;
    private final ComboBox<String> target;
    private final ComboBox<String> platform;
    private final RowsEditor<NamedValue> labels;
    private final ComboBox<String> network;
    private final RowsEditor<SecretSource> secrets;
    private final CheckBox noCache = new CheckBox("No cache");
    private final CheckBox pull = new CheckBox("Pull base images");
    private final BuildSection argumentSection;
    private final BuildSection labelSection;
    private final BuildSection networkSection;
    private final BuildSection secretSection;
    private final List<BuildSection> sections;
    private List<DeclaredArgument> offered = List.of();
    private boolean loading;

    /// @param dialogs asks for folders and files
    BuildForm(BuildFormViewModel model, BuildDialogs dialogs) {
        this.model = model;
        getStyleClass().addAll("run-form", "build-form");
        folder = new FolderFields(model, dialogs);
        tags = new RowsEditor<>("tag", "build-add-tag", ValueRows::tag, all -> change(draft -> draft.withTags(all)));
        arguments = new RowsEditor<>(
                "argument",
                "build-add-argument",
                (value, changed) -> ValueRows.pair("argument", value, changed),
                all -> change(draft -> draft.withArguments(all)));
        target = choice(
                "build-target", "The last stage", "Stage to build", now -> change(draft -> draft.withTarget(now)));
        platform = choice(
                "build-platform", "The engine’s own", "Platform", now -> change(draft -> draft.withPlatform(now)));
        platform.getItems().setAll("linux/amd64", "linux/arm64");
        labels = new RowsEditor<>(
                "label",
                "build-add-label",
                (value, changed) -> ValueRows.pair("label", value, changed),
                all -> change(draft -> draft.withLabels(all)));
        network = choice(
                "build-network",
                "The engine’s own",
                "Network of the steps",
                now -> change(draft -> draft.withNetwork(now)));
        network.getItems().setAll("default", "none", "host");
        secrets = new RowsEditor<>(
                "secret", "build-add-secret", ValueRows::secret, all -> change(draft -> draft.withSecrets(all)));
        noCache.setId("build-no-cache");
        pull.setId("build-pull");
        noCache.selectedProperty().subscribe((before, now) -> change(draft -> draft.withNoCache(now)));
        pull.selectedProperty().subscribe((before, now) -> change(draft -> draft.withPull(now)));
        argumentSection = new BuildSection("Arguments", "", Set.of(Part.ARGUMENTS), arguments::focusFirst, arguments);
        labelSection =
                new BuildSection("Labels", "Of the image", Set.of(Part.LABELS), labels::focusFirst, labels).foldable();
        networkSection =
                new BuildSection("Network", "For RUN", Set.of(Part.NETWORK), network::requestFocus, network).foldable();
        Label never = new Label("Only where a secret is found is kept. What it is reaches the builder alone.");
        never.getStyleClass().addAll("qs-meta", "qs-muted");
        never.setWrapText(true);
        secretSection = new BuildSection(
                        "Secrets", "For RUN --mount", Set.of(Part.SECRETS), secrets::focusFirst, secrets, never)
                .foldable();
        sections = List.of(
                folder.folderSection(),
                folder.fileSection(),
                new BuildSection("Tags", "Names of the image", Set.of(Part.TAGS), tags::focusFirst, tags),
                argumentSection,
                new BuildSection("Target", "Stage to stop at", Set.of(Part.TARGET), target::requestFocus, target),
                new BuildSection("Platform", "", Set.of(Part.PLATFORM), platform::requestFocus, platform),
                new BuildSection("Cache", "", Set.of(), noCache::requestFocus, new HBox(24, noCache, pull)),
                secretSection,
                labelSection,
                networkSection);
        getChildren().setAll(sections);
        model.dockerfileProperty().subscribe(ignored -> offer());
        model.draftProperty().subscribe(ignored -> summarize());
        model.builderProperty().subscribe(ignored -> summarize());
        model.faultsProperty().subscribe(this::faults);
    }

    private ComboBox<String> choice(String id, String prompt, String name, Consumer<String> changed) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(id);
        choice.setEditable(true);
        choice.setPromptText(prompt);
        choice.setAccessibleText(name);
        choice.setPrefWidth(260);
        choice.getEditor().getStyleClass().add("qs-mono");
        choice.getEditor().textProperty().subscribe((before, now) -> changed.accept(now.strip()));
        return choice;
    }

    private void change(java.util.function.UnaryOperator<BuildDraft> change) {
        if (!loading) {
            model.change(change);
        }
    }

    /// Shows what the model says.
    void load() {
        loading = true;
        BuildDraft draft = model.draftProperty().get();
        folder.load(draft);
        tags.load(draft.tags());
        target.getEditor().setText(draft.target());
        platform.getEditor().setText(draft.platform());
        labels.load(draft.labels());
        network.getEditor().setText(draft.network());
        secrets.load(draft.secrets());
        noCache.setSelected(draft.noCache());
        pull.setSelected(draft.pull());
        offered = List.of();
        arguments.load(draft.arguments());
        loading = false;
        offer();
        labelSection.open(!draft.labels().isEmpty());
        networkSection.open(!draft.network().isEmpty());
        secretSection.open(!draft.secrets().isEmpty());
    }

    /// Another Dockerfile has other arguments and stages; what was typed stays.
    private void offer() {
        List<DeclaredArgument> declared = model.declared();
        if (!target.getItems().equals(model.stages())) {
            String typed = target.getEditor().getText();
            loading = true;
            target.getItems().setAll(model.stages());
            target.getEditor().setText(typed);
            loading = false;
        }
        if (declared.equals(offered)) {
            return;
        }
        offered = declared;
        loading = true;
        List<NamedValue> others = new ArrayList<>(model.draftProperty().get().arguments());
        others.removeIf(
                one -> declared.stream().anyMatch(argument -> argument.name().equals(one.name())));
        arguments.load(others);
        for (int i = 0; i < declared.size(); i++) {
            DeclaredArgument argument = declared.get(i);
            arguments.put(i, ValueRows.declared(argument, given(argument), arguments::tell), false);
        }
        loading = false;
    }

    private String given(DeclaredArgument argument) {
        return model.draftProperty().get().arguments().stream()
                .filter(one -> one.name().equals(argument.name()))
                .map(NamedValue::value)
                .findFirst()
                .orElse("");
    }

    private void summarize() {
        BuildDraft draft = model.draftProperty().get();
        String set = model.argumentsSet();
        argumentSection.hint(set.isEmpty() ? "Values of ARG" : set);
        labelSection.summarize(
                draft.labels().isEmpty()
                        ? "None"
                        : SafeText.line(
                                draft.labels().stream().map(NamedValue::name).collect(Collectors.joining(", "))));
        networkSection.summarize(draft.network().isEmpty() ? "The engine’s own" : SafeText.line(draft.network()));
        String refused = model.builderProperty()
                .get()
                .flatMap(BuilderLook.Choice::secretsRefused)
                .orElse("");
        secretSection.summarize(refused.isEmpty() ? draft.secrets().isEmpty() ? "None" : ids(draft) : refused);
        secrets.refuse(refused);
    }

    private static String ids(BuildDraft draft) {
        return SafeText.line(draft.secrets().stream().map(SecretSource::id).collect(Collectors.joining(", ")));
    }

    private void faults(List<BuildFault> all) {
        sections.forEach(section -> section.faults(all));
        folder.mark(all);
        tags.mark(all.stream().anyMatch(one -> one.part() == Part.TAGS));
        arguments.mark(all.stream().anyMatch(one -> one.part() == Part.ARGUMENTS));
        labels.mark(all.stream().anyMatch(one -> one.part() == Part.LABELS));
        secrets.mark(all.stream().anyMatch(one -> one.part() == Part.SECRETS));
        mark(target, Part.TARGET, all);
        mark(platform, Part.PLATFORM, all);
        mark(network, Part.NETWORK, all);
    }

    private static void mark(ComboBox<String> choice, Part part, List<BuildFault> all) {
        choice.pseudoClassStateChanged(BuildSection.ERROR, all.stream().anyMatch(one -> one.part() == part));
    }

    void focusFirst() {
        sections.getFirst().focus();
    }

    /// Moves the focus to where something can be put right.
    void focus(BuildFault fault) {
        sections.stream().filter(section -> section.isAbout(fault)).findFirst().ifPresent(BuildSection::focus);
    }
}
