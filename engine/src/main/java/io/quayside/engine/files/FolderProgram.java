package io.quayside.engine.files;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.RawText;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Lists a folder of a running container by a program in it: `find` of GNU, or `find` and `stat` of busybox. It sees
/// what
/// the container sees, such as `/proc`, and reads no content. Busybox's `find` gathers names until there are more than
/// the kernel lets it hand over, so that `xargs` hands them on where there is one, the first of them at once.
final class FolderProgram {
    /// A folder that isn't one ends with 3. What parts names is a word that nobody can foresee, so no name can hold it.
    private static final String SCRIPT = """
            path "$1"
            [ -d "$p" ] || exit 3
            if find / -maxdepth 0 -printf '' 2>/dev/null; then
              exec find "$p/." -mindepth 1 -maxdepth 1 -printf "%y %m %U %G %s %T@ %f$2%l$2\\n"
            fi
            [ -r "$p" ] || exit 4
            if command -v xargs >/dev/null && find / -maxdepth 0 -print0 >/dev/null 2>&1; then
              find "$p/." -mindepth 1 -maxdepth 1 -print0 |
                xargs -0 -r -n 1000 stat -c "%f %a %u %g %s %Y %n$2%N$2"
              exit
            fi
            exec find "$p/." -mindepth 1 -maxdepth 1 -exec stat -c "%f %a %u %g %s %Y %n$2%N$2" {} +
            """;

    private static final int FIELDS = 6;
    private static final int LONGEST_RECORD = 1024 * 1024;
    private static final int NOT_A_FOLDER = 3;

    private final ContainerShell shell;

    FolderProgram(ContainerShell shell) {
        this.shell = shell;
    }

    /// False if the container can't do that, and nothing was found.
    boolean list(String folder, Consumer<List<FileEntry>> found) throws EngineException, FileActionException {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        String mark = "/" + HexFormat.of().formatHex(random) + "/";
        Records records = new Records(mark.getBytes(java.nio.charset.StandardCharsets.US_ASCII), found);
        Optional<ContainerShell.Result> result = shell.run(
                SCRIPT,
                List.of(ShellPath.argument(folder), mark),
                (type, bytes, from, length) -> records.take(bytes, from, length));
        records.end();
        if (result.isEmpty()) {
            return false;
        }
        if (result.get().code() == NOT_A_FOLDER) {
            throw new FileActionException(FileActionException.Reason.WRONG_KIND, "It isn't a folder any more.");
        }
        return result.get().code() == 0 || records.count > 0;
    }

    /// Takes the output apart: fields, a name, the mark, a target, the mark, a line break.
    private static final class Records {
        private final byte[] mark;
        private final FolderReader.Batches batches;
        private byte[] kept = new byte[64 * 1024];
        private int length;
        private int count;

        Records(byte[] mark, Consumer<List<FileEntry>> found) {
            this.mark = mark;
            this.batches = new FolderReader.Batches(found);
        }

        void take(byte[] bytes, int from, int more) {
            if (length + more > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + more));
            }
            System.arraycopy(bytes, from, kept, length, more);
            length += more;
            int done = 0;
            while (true) {
                int first = find(done);
                int second = first < 0 ? -1 : find(first + mark.length);
                if (second < 0 || second + mark.length >= length) {
                    break;
                }
                record(done, first, first + mark.length, second);
                done = second + mark.length + 1;
            }
            System.arraycopy(kept, done, kept, 0, length - done);
            length = length - done > LONGEST_RECORD ? 0 : length - done;
        }

        void end() {
            batches.end();
        }

        private int find(int from) {
            int last = length - mark.length;
            for (int i = from; i <= last; i++) {
                if (kept[i] == mark[0] && Arrays.equals(kept, i, i + mark.length, mark, 0, mark.length)) {
                    return i;
                }
            }
            return -1;
        }

        private void record(int from, int nameEnd, int targetStart, int targetEnd) {
            String[] fields = new String[FIELDS];
            int at = from;
            for (int i = 0; i < FIELDS; i++) {
                int space = at;
                while (space < nameEnd && kept[space] != ' ') {
                    space++;
                }
                fields[i] = RawText.of(kept, at, space);
                at = Math.min(space + 1, nameEnd);
            }
            boolean gnu = fields[0].length() == 1;
            String path = RawText.of(kept, at, nameEnd);
            String name = gnu ? path : FilePaths.name(path);
            String target = RawText.of(kept, targetStart, targetEnd);
            FileKind kind = gnu ? letter(fields[0]) : bits(fields[0]);
            if (FilePaths.isName(name)) {
                count++;
                batches.add(new FileEntry(
                        name,
                        kind,
                        kind == FileKind.FILE ? number(fields[4], 10) : 0,
                        (int) number(fields[1], 8),
                        number(fields[2], 10),
                        number(fields[3], 10),
                        number(fields[5], 10),
                        kind != FileKind.LINK ? "" : gnu ? target : unquoted(path, target)));
            }
        }

        /// Busybox writes `'path' -> 'target'`.
        private static String unquoted(String path, String text) {
            int start = path.length() + "'' -> '".length();
            return text.length() > start ? text.substring(start, text.length() - 1) : "";
        }

        private static FileKind letter(String type) {
            return switch (type) {
                case "f" -> FileKind.FILE;
                case "d" -> FileKind.FOLDER;
                case "l" -> FileKind.LINK;
                case "b", "c" -> FileKind.DEVICE;
                case "p" -> FileKind.PIPE;
                case "s" -> FileKind.SOCKET;
                default -> FileKind.OTHER;
            };
        }

        private static FileKind bits(String hex) {
            return switch ((int) (number(hex, 16) >> 12)) {
                case 8 -> FileKind.FILE;
                case 4 -> FileKind.FOLDER;
                case 10 -> FileKind.LINK;
                case 2, 6 -> FileKind.DEVICE;
                case 1 -> FileKind.PIPE;
                case 12 -> FileKind.SOCKET;
                default -> FileKind.OTHER;
            };
        }

        /// Programs in a container may write anything; what isn't a number counts as none. Times have a fraction.
        private static long number(String text, int radix) {
            int dot = text.indexOf('.');
            try {
                return Long.parseLong(dot < 0 ? text : text.substring(0, dot), radix);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
