package io.quayside.vm.driver.hyperv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One PowerShell cmdlet with its parameters, as data: no text of it is ever read as PowerShell.
///
/// @param parameters by name, in the order given; strings, whole numbers and booleans
/// @param properties what is wanted of each object that it returns
record Cmdlet(String name, Map<String, Object> parameters, List<String> properties) {
    Cmdlet {
        parameters = new LinkedHashMap<>(parameters);
        properties = List.copyOf(properties);
    }

    static Cmdlet of(String name) {
        return new Cmdlet(name, Map.of(), List.of());
    }

    Cmdlet with(String parameter, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Cmdlet(name, more, properties);
    }

    Cmdlet returning(String... wanted) {
        return new Cmdlet(name, parameters, List.of(wanted));
    }
}
