package io.quayside.engine.recreate;

import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.Resources;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts what was changed in one description of a container into another that says more. What the one can't say, the
/// other keeps: nothing is lost because a form has no field for it.
///
/// Goes over the components of the records, so that a field that the model gets is not forgotten here.
final class SpecMerge {
    private static final String MODEL = ContainerSpec.class.getPackageName();

    private SpecMerge() {}

    /// @param base what there is
    /// @param before a part of it
    /// @param after the part, changed
    static ContainerSpec merge(ContainerSpec base, ContainerSpec before, ContainerSpec after) {
        ContainerSpec merged = (ContainerSpec) Objects.requireNonNull(mergeAny(base, before, after));
        return merged.with(merged.config().toBuilder()
                .env(merged.config().env().stream()
                        .filter(one -> !isOverridden(
                                one, merged.config().env(), base.config().env()))
                        .toList())
                .build());
    }

    /// Memory and swap together follow the limit of memory, or the engine takes neither.
    static ContainerSpec withSwapFollowing(ContainerSpec old, ContainerSpec wanted) {
        Resources before = old.hostConfig().resources();
        Resources limits = wanted.hostConfig().resources();
        if (limits.memory() == before.memory()
                || limits.memorySwap() != before.memorySwap()
                || limits.memorySwap() <= 0) {
            return wanted;
        }
        long swap = limits.memory() == 0
                ? 0
                : before.memory() == 0
                        ? Math.max(limits.memory(), before.memorySwap())
                        : Math.max(limits.memory(), before.memorySwap() - before.memory() + limits.memory());
        return wanted.with(wanted.hostConfig().toBuilder()
                .resources(limits.toBuilder().memorySwap(swap).build())
                .build());
    }

    /// A variable of before that a new one of its name stands beside.
    private static boolean isOverridden(String variable, List<String> all, List<String> before) {
        String name = variable.split("=", 2)[0];
        return before.contains(variable)
                && all.stream().anyMatch(other -> !before.contains(other) && other.split("=", 2)[0].equals(name));
    }

    private static @Nullable Object mergeAny(@Nullable Object base, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return base;
        }
        if (base instanceof Record model
                && base.getClass().getPackageName().equals(MODEL)
                && after != null
                && before != null) {
            return mergeRecord(model, before, after);
        }
        if (base instanceof Map<?, ?> map && before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
            return mergeMap(map, was, is);
        }
        if (base instanceof List<?> list && before instanceof List<?> was && after instanceof List<?> is) {
            return mergeList(list, was, is);
        }
        if (base instanceof Set<?> set && before instanceof Set<?> was && after instanceof Set<?> is) {
            return new LinkedHashSet<>(mergeList(new ArrayList<>(set), new ArrayList<>(was), new ArrayList<>(is)));
        }
        return after;
    }

    private static Record mergeRecord(Record base, Object before, Object after) {
        RecordComponent[] components = base.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(part -> mergeAny(get(part, base), get(part, before), get(part, after)))
                .toArray();
        try {
            Constructor<?> constructor = base.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record without its constructor", e);
        }
    }

    private static @Nullable Object get(RecordComponent part, Object of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record without its accessor", e);
        }
    }

    private static Map<Object, @Nullable Object> mergeMap(Map<?, ?> base, Map<?, ?> before, Map<?, ?> after) {
        Map<Object, @Nullable Object> merged = new LinkedHashMap<>(base);
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(merged::remove);
        after.forEach((key, value) -> {
            if (!Objects.equals(value, before.get(key))) {
                merged.put(
                        key,
                        merged.get(key) instanceof Record old && before.get(key) != null
                                ? mergeAny(old, before.get(key), value)
                                : value);
            }
        });
        return merged;
    }

    private static List<Object> mergeList(List<?> base, List<?> before, List<?> after) {
        if (base.equals(before)) {
            return new ArrayList<>(after);
        }
        List<Object> merged = new ArrayList<>(base);
        before.stream().filter(one -> !after.contains(one)).forEach(merged::remove);
        after.stream().filter(one -> !before.contains(one)).forEach(merged::add);
        return merged;
    }
}
