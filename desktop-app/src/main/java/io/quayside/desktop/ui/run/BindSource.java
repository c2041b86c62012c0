package io.quayside.desktop.ui.run;

import io.quayside.engine.model.MountSpec;
import io.quayside.engine.model.StorageSettings;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunOption;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunValueException;
import io.quayside.engine.run.VolumeOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A path of the engine's machine that is mounted.
///
/// @param flag `--volume` or `--mount`
/// @param isMade whether the engine makes a folder where there is nothing
record BindSource(RunFlag flag, String path, boolean isMade) {

    /// Those of a line, without the values that can't be read.
    static List<BindSource> of(RunSpec spec) {
        List<BindSource> all = new ArrayList<>();
        for (RunOption option : spec.options()) {
            if (option.flag() == RunFlag.VOLUME || option.flag() == RunFlag.MOUNT) {
                try {
                    RunSpec alone = new RunSpec(List.of(option), "image", List.of());
                    StorageSettings storage = ContainerPlan.of(alone, RunChecks.surroundings())
                            .spec()
                            .hostConfig()
                            .storage();
                    of(option.flag(), storage).forEach(all::add);
                } catch (RunValueException e) {
                    // Told at its field.
                }
            }
        }
        return all;
    }

    private static Stream<BindSource> of(RunFlag flag, StorageSettings storage) throws RunValueException {
        List<BindSource> found = new ArrayList<>();
        for (String bind : storage.binds()) {
            String source = VolumeOption.read(bind).source();
            if (source.startsWith("/")) {
                found.add(new BindSource(flag, source, true));
            }
        }
        for (MountSpec mount : storage.mounts()) {
            if (mount.type().equals("bind")) {
                found.add(new BindSource(flag, mount.source(), false));
            }
        }
        return found.stream();
    }
}
