package io.quayside.desktop.ui.compose.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A text file as it was read. Immutable; all calls block.
///
/// @param text with `\n` at each line's end
/// @param windows whether its lines end in `\r\n` on disk
public record DiskFile(Path path, String text, boolean windows) {
    private static final Logger LOG = LoggerFactory.getLogger(DiskFile.class);
    private static final int MOST = 1 << 20;

    /// What became of a look at a file.
    public sealed interface Look {
        record There(DiskFile file) implements Look {}

        record Gone() implements Look {}

        /// @param why a sentence
        record Unreadable(String why) implements Look {}
    }

    public static Look look(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return Files.exists(path) ? new Look.Unreadable("It isn't a file.") : new Look.Gone();
            }
            if (Files.size(path) > MOST) {
                return new Look.Unreadable("It is larger than a megabyte, and isn't edited here.");
            }
            return new Look.There(of(path, Files.readString(path, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return new Look.Gone();
        } catch (CharacterCodingException e) {
            return new Look.Unreadable("It isn't text in UTF-8, and isn't edited here.");
        } catch (IOException e) {
            return new Look.Unreadable("It can't be read: " + e.getMessage());
        }
    }

    private static DiskFile of(Path path, String content) {
        boolean windows = content.contains("\r\n");
        return new DiskFile(path, windows ? content.replace("\r\n", "\n") : content, windows);
    }

    /// The file as it is with another text.
    public DiskFile with(String now) {
        return new DiskFile(path, now, windows);
    }

    /// Puts it on the disk, whole or not at all, if nobody else changed the file since it was read. Owner, rights and
    /// links stay.
    ///
    /// @param before what has to be there now
    /// @param anyway even if something else is there
    /// @return whether it was written
    public boolean write(DiskFile before, boolean anyway) throws IOException {
        if (!anyway && !(look(path) instanceof Look.There(DiskFile now) && now.equals(before))) {
            return false;
        }
        byte[] content = (windows ? text.replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(path)) {
            Files.write(path, content);
        } else if (!replace(path.toRealPath(), content)) {
            Files.write(path, content);
        }
        return true;
    }

    /// A copy takes the file's place. Not where that would change more than its text: a file with several names, or of
    /// an owner whom this
    /// user can't give it back to, is written where it is.
    private static boolean replace(Path real, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(real.getParent());
        if (!Files.isWritable(real) || !Files.isWritable(folder) || links(real) != 1) {
            return false;
        }
        Path copy = Files.createTempFile(folder, "." + real.getFileName(), ".new");
        try {
            Files.copy(real, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            if (!Files.getOwner(copy).equals(Files.getOwner(real))) {
                return false;
            }
            try (FileChannel channel =
                    FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(copy, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static int links(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:nlink") instanceof Integer count ? count : 1;
        } catch (UnsupportedOperationException e) {
            LOG.trace("No links are counted here", e);
            return 1;
        }
    }
}
