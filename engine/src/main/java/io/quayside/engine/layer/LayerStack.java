package io.quayside.engine.layer;

import io.quayside.engine.files.FileKind;
import io.quayside.engine.files.FilePaths;
import io.quayside.engine.layer.LayerFile.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Lays layers over each other and finds out what each does. A name that begins with `.wh.` in a layer hides the path
/// without it, and `.wh..wh..opq` all that lower layers have in its folder.
final class LayerStack {
    private static final String HIDES = ".wh.";
    private static final String OWN = ".wh..wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final TreeMap<String, RawLayer.Entry> state = new TreeMap<>();
    private final Map<String, Hidden> hidden = new HashMap<>();

    private static final class Hidden {
        private long bytes;
        private int times;
    }

    /// Lays one more layer on top.
    List<LayerFile> add(RawLayer layer) {
        Map<String, RawLayer.Entry> removed = new TreeMap<>();
        for (RawLayer.Entry entry : layer.entries()) {
            String name = FilePaths.name(entry.path());
            if (name.startsWith(HIDES)) {
                hide(FilePaths.parent(entry.path()), name, removed);
            }
        }
        Map<String, LayerFile> files = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (RawLayer.Entry entry : layer.entries()) {
            if (!FilePaths.name(entry.path()).startsWith(HIDES) && !entry.path().equals(FilePaths.ROOT)) {
                put(entry, removed, files, seen.add(entry.path()));
            }
        }
        removed.forEach((path, was) -> files.put(path, new LayerFile(path, Change.REMOVED, was.kind(), was.size())));
        return List.copyOf(files.values());
    }

    private void hide(String folder, String name, Map<String, RawLayer.Entry> removed) {
        if (name.equals(OPAQUE)) {
            removeBelow(folder, removed);
        } else if (!name.startsWith(OWN) && name.length() > HIDES.length()) {
            String path = FilePaths.child(folder, name.substring(HIDES.length()));
            removeBelow(path, removed);
            remove(path, removed);
        }
    }

    private void removeBelow(String folder, Map<String, RawLayer.Entry> removed) {
        String first = folder.equals(FilePaths.ROOT) ? FilePaths.ROOT : folder + "/";
        String afterLast = first.substring(0, first.length() - 1) + (char) ('/' + 1);
        for (String path :
                List.copyOf(state.subMap(first, false, afterLast, false).keySet())) {
            remove(path, removed);
        }
    }

    private void remove(String path, Map<String, RawLayer.Entry> removed) {
        RawLayer.Entry was = state.remove(path);
        if (was != null) {
            waste(was);
            removed.put(path, was);
        }
    }

    private void waste(RawLayer.Entry was) {
        if (was.size() > 0) {
            Hidden sum = hidden.computeIfAbsent(was.path(), path -> new Hidden());
            sum.bytes += was.size();
            sum.times++;
        }
    }

    private void put(
            RawLayer.Entry entry, Map<String, RawLayer.Entry> removed, Map<String, LayerFile> files, boolean first) {
        String path = entry.path();
        RawLayer.Entry before = removed.remove(path);
        if (entry.kind() != FileKind.FOLDER) {
            removeBelow(path, removed);
        }
        RawLayer.Entry under = state.put(path, entry);
        boolean was = before != null || under != null;
        if (!first) {
            // Twice in one layer: the last one counts.
            was = files.containsKey(path) && files.get(path).change() == Change.CHANGED;
        } else if (under != null) {
            waste(under);
        }
        boolean onlyLeadsOn = entry.kind() == FileKind.FOLDER && under != null && same(entry, under);
        if (!onlyLeadsOn) {
            files.put(path, new LayerFile(path, was ? Change.CHANGED : Change.ADDED, entry.kind(), entry.size()));
        }
    }

    private static boolean same(RawLayer.Entry one, RawLayer.Entry other) {
        return one.kind() == other.kind() && one.mode() == other.mode() && one.owner() == other.owner();
    }

    /// What lies in layers and isn't seen, largest first.
    List<WastedSpace> wasted() {
        List<WastedSpace> all = new ArrayList<>();
        hidden.forEach((path, sum) -> all.add(new WastedSpace(path, sum.bytes, sum.times, !state.containsKey(path))));
        all.sort(Comparator.comparingLong(WastedSpace::bytes).reversed().thenComparing(WastedSpace::path));
        return List.copyOf(all);
    }
}
