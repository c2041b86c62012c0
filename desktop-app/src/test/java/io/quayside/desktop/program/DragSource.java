package io.quayside.desktop.program;

import java.io.File;
import java.util.Arrays;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Another program, from whose window files are dragged: `DragSource X Y FILE…`. Says `ready`, `dragging`, and how each
/// drag ended.
public final class DragSource {
    static final int SIZE = 60;

    private DragSource() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /// The window, a square of files.
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            String[] arguments = getParameters().getRaw().toArray(String[]::new);
            Region square = new Region();
            square.setPrefSize(SIZE, SIZE);
            square.setOnDragDetected(event -> {
                Dragboard board = square.startDragAndDrop(TransferMode.COPY);
                ClipboardContent content = new ClipboardContent();
                content.putFiles(Arrays.stream(arguments).skip(2).map(File::new).toList());
                board.setContent(content);
                event.consume();
                System.out.println("dragging");
            });
            square.setOnDragDone(event -> System.out.println("ended " + event.getTransferMode()));
            stage.initStyle(StageStyle.UNDECORATED);
            stage.setScene(new Scene(square));
            stage.setX(Integer.parseInt(arguments[0]));
            stage.setY(Integer.parseInt(arguments[1]));
            stage.setOnShown(event -> System.out.println("ready"));
            stage.show();
        }
    }
}
