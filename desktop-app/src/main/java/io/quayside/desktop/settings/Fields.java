package io.quayside.desktop.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the fields of one JSON object; whatever isn't of the expected kind counts as absent.
record Fields(Map<String, Object> all) {
    Set<String> names() {
        return all.keySet();
    }

    Fields object(String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (all.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return new Fields(object);
    }

    /// The objects of a list.
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        if (all.get(name) instanceof List<?> elements) {
            elements.forEach(element -> objects.add(new Fields(Map.of(name, element)).object(name)));
        }
        return objects;
    }

    Optional<String> text(String name) {
        return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Boolean> bool(String name) {
        return all.get(name) instanceof Boolean bool ? Optional.of(bool) : Optional.empty();
    }

    boolean bool(String name, boolean otherwise) {
        return bool(name).orElse(otherwise);
    }

    double number(String name, double otherwise) {
        return all.get(name) instanceof Double number ? number : otherwise;
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (text(name).filter(nameOf(constant)::equals).isPresent()) {
                return constant;
            }
        }
        return otherwise;
    }

    List<String> textList(String name) {
        List<String> list = new ArrayList<>();
        if (all.get(name) instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof String text) {
                    list.add(text);
                }
            }
        }
        return list;
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(name).all().forEach((key, value) -> {
            if (value instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    Map<String, Double> numbers(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object(name).all().forEach((key, value) -> {
            if (value instanceof Double number) {
                numbers.put(key, number);
            }
        });
        return numbers;
    }

    /// How a constant is written in the file.
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
