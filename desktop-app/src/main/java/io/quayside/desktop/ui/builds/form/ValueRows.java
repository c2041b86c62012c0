package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.format.SecretText;
import io.quayside.engine.dockerfile.DeclaredArgument;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The kinds of rows that the form has. FX thread.
final class ValueRows {
    private static final double NAME = 190;

    private ValueRows() {}

    /// A tag.
    static RowsEditor.Row<String> tag(Optional<String> value, Runnable changed) {
        TextField field = BuildSection.dress(new TextField(value.orElse("")), "", "name:tag", "Tag of the image");
        field.textProperty().subscribe((before, now) -> changed.run());
        return new RowsEditor.Row<>() {
            @Override
            public Optional<String> value() {
                return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
            }

            @Override
            public List<? extends Control> fields() {
                return List.of(field);
            }
        };
    }

    /// A name and its value.
    static RowsEditor.Row<NamedValue> pair(String noun, Optional<NamedValue> value, Runnable changed) {
        TextField name = BuildSection.dress(
                new TextField(value.map(NamedValue::name).orElse("")), "", "Name", "Name of the " + noun);
        fixWidth(name);
        TextField text = BuildSection.dress(
                valueField(value.map(NamedValue::name).orElse("")), "", "Value", "Value of the " + noun);
        text.setText(value.map(NamedValue::value).orElse(""));
        name.textProperty().subscribe((before, now) -> changed.run());
        text.textProperty().subscribe((before, now) -> changed.run());
        return new RowsEditor.Row<>() {
            @Override
            public Optional<NamedValue> value() {
                boolean nothing = name.getText().isBlank() && text.getText().isEmpty();
                return nothing
                        ? Optional.empty()
                        : Optional.of(new NamedValue(name.getText().strip(), text.getText()));
            }

            @Override
            public List<? extends Control> fields() {
                return List.of(name, text);
            }
        };
    }

    /// An argument that the Dockerfile has: with nothing in its field it keeps its own value.
    static RowsEditor.Row<NamedValue> declared(DeclaredArgument argument, String value, Runnable changed) {
        TextField name =
                BuildSection.dress(new TextField(argument.name()), "", "", "Name of an argument of the Dockerfile");
        name.setEditable(false);
        name.setFocusTraversable(false);
        fixWidth(name);
        String own = argument.value().filter(text -> !text.isEmpty()).orElse("Not set");
        TextField text = BuildSection.dress(valueField(argument.name()), "", own, "Value of " + argument.name());
        text.setText(value);
        text.textProperty().subscribe((before, now) -> changed.run());
        return new RowsEditor.Row<>() {
            @Override
            public Optional<NamedValue> value() {
                return Optional.of(text.getText())
                        .filter(typed -> !typed.isEmpty())
                        .map(typed -> new NamedValue(argument.name(), typed));
            }

            @Override
            public List<? extends Control> fields() {
                return List.of(name, text);
            }

            @Override
            public void focus() {
                text.requestFocus();
            }
        };
    }

    /// What is called a secret isn't shown to those who look over one's shoulder.
    private static TextField valueField(String name) {
        return SecretText.isSecretName(name) ? new PasswordField() : new TextField();
    }

    private static void fixWidth(TextField name) {
        name.setPrefWidth(NAME);
        name.setMinWidth(80);
        HBox.setHgrow(name, Priority.NEVER);
    }

    /// A secret: its id, and where it is found.
    static RowsEditor.Row<SecretSource> secret(Optional<SecretSource> value, Runnable changed) {
        String file = "File";
        ComboBox<String> kind = new ComboBox<>();
        kind.getItems().setAll(file, "Variable");
        kind.setValue(value.filter(one -> !one.isFile()).isPresent() ? "Variable" : file);
        kind.setAccessibleText("Kind of the secret");
        kind.setMinWidth(HBox.USE_PREF_SIZE);
        TextField id =
                BuildSection.dress(new TextField(value.map(SecretSource::id).orElse("")), "", "id", "Id of the secret");
        fixWidth(id);
        id.setPrefWidth(120);
        TextField source = BuildSection.dress(
                new TextField(value.map(SecretSource::source).orElse("")), "", "", "Where the secret is found");
        kind.valueProperty()
                .subscribe(now -> source.setPromptText(file.equals(now) ? "/path/of/a/file" : "NAME_OF_A_VARIABLE"));
        kind.valueProperty().subscribe((before, now) -> changed.run());
        id.textProperty().subscribe((before, now) -> changed.run());
        source.textProperty().subscribe((before, now) -> changed.run());
        return new RowsEditor.Row<>() {
            @Override
            public Optional<SecretSource> value() {
                boolean nothing = id.getText().isBlank() && source.getText().isBlank();
                return nothing
                        ? Optional.empty()
                        : Optional.of(new SecretSource(
                                id.getText().strip(),
                                file.equals(kind.getValue()),
                                source.getText().strip()));
            }

            @Override
            public List<? extends Control> fields() {
                return List.of(id, kind, source);
            }
        };
    }
}
