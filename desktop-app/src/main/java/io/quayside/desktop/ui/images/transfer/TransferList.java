package io.quayside.desktop.ui.images.transfer;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;

/// A block for each of what is on its way, the same one as long as it is there.
///
/// @param <T> what is on its way
public final class TransferList<T extends Transfer> extends VBox {
    private final ObservableList<T> all;
    private final Function<T, TransferBlock> block;

    public TransferList(ObservableList<T> all, Function<T, TransferBlock> block) {
        this.all = all;
        this.block = block;
        all.addListener((ListChangeListener<T>) change -> list());
        list();
    }

    private void list() {
        List<TransferBlock> kept =
                getChildren().stream().map(TransferBlock.class::cast).toList();
        getChildren()
                .setAll(all.stream()
                        .map(each -> kept.stream()
                                .filter(old -> old.transfer().equals(each))
                                .findFirst()
                                .orElseGet(() -> block.apply(each)))
                        .toList());
    }
}
