import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Puts the binary form of each stylesheet beside it, which JavaFX takes instead: reading it costs a twentieth of
/// parsing the text. Run by the build when it packages, with the folder of the compiled classes.
public final class CompileStylesheets {
    private CompileStylesheets() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path sheet : sheets) {
            String name = sheet.getFileName().toString();
            Path binary = sheet.resolveSibling(name.substring(0, name.length() - ".css".length()) + ".bss");
            Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        }
    }
}
