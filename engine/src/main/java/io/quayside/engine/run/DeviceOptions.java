package io.quayside.engine.run;

import io.quayside.engine.model.BlockThrottle;
import io.quayside.engine.model.BlockWeight;
import io.quayside.engine.model.DeviceMapping;
import io.quayside.engine.model.DeviceRequest;
import io.quayside.engine.model.Ulimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// `--device`, `--gpus`, `--ulimit`, `--blkio-weight-device` and `--device-read-bps` with its like.
final class DeviceOptions {
    private static final Pattern CDI =
            Pattern.compile("[A-Za-z][\\w.-]*[A-Za-z0-9]/[A-Za-z][\\w-]*=[A-Za-z0-9][\\w.:-]*");
    private static final Pattern RULE = Pattern.compile("[acb] ([0-9]+|\\*):([0-9]+|\\*) [rwm]{1,3}");
    private static final Set<String> LIMITS = Set.of(
            "core",
            "cpu",
            "data",
            "fsize",
            "locks",
            "memlock",
            "msgqueue",
            "nice",
            "nofile",
            "nproc",
            "rss",
            "rtprio",
            "rttime",
            "sigpending",
            "stack");
    private static final int MOST_PARTS = 3;

    private DeviceOptions() {}

    static List<DeviceMapping> devices(List<String> values) throws RunValueException {
        List<DeviceMapping> devices = new ArrayList<>();
        for (String value : values) {
            if (!CDI.matcher(value).matches()) {
                devices.add(device(value));
            }
        }
        return devices;
    }

    private static DeviceMapping device(String value) throws RunValueException {
        String[] parts = value.split(":", -1);
        if (parts.length > MOST_PARTS || parts[0].isEmpty()) {
            throw failure(RunFlag.DEVICE, value, "is not a device such as /dev/fuse.");
        }
        String inside = parts[0];
        String permissions = "rwm";
        if (parts.length == MOST_PARTS) {
            inside = parts[1];
            permissions = parts[2];
            if (!isPermissions(permissions)) {
                throw failure(RunFlag.DEVICE, value, "doesn't end with a part of rwm.");
            }
        } else if (parts.length == 2 && isPermissions(parts[1])) {
            permissions = parts[1];
        } else if (parts.length == 2) {
            inside = parts[1];
        }
        if (!inside.startsWith("/")) {
            throw failure(RunFlag.DEVICE, value, "is not a whole path.");
        }
        return new DeviceMapping(parts[0], inside, permissions);
    }

    private static boolean isPermissions(String text) {
        Set<Integer> seen = new HashSet<>();
        return !text.isEmpty() && text.chars().allMatch(c -> "rwm".indexOf(c) >= 0 && seen.add(c));
    }

    static String written(DeviceMapping device) {
        String permissions = device.cgroupPermissions().equals("rwm") ? "" : ":" + device.cgroupPermissions();
        return device.pathOnHost().equals(device.pathInContainer())
                ? device.pathOnHost() + permissions
                : device.pathOnHost() + ":" + device.pathInContainer() + permissions;
    }

    static List<String> rules(List<String> values) throws RunValueException {
        for (String value : values) {
            if (!RULE.matcher(value).matches()) {
                throw failure(RunFlag.DEVICE_CGROUP_RULE, value, "is not a rule such as “c 1:3 rwm”.");
            }
        }
        return values;
    }

    /// GPUs, and devices by their name in the Container Device Interface.
    static List<DeviceRequest> requests(List<String> gpus, List<String> devices) throws RunValueException {
        List<DeviceRequest> requests = new ArrayList<>();
        for (String value : gpus) {
            requests.add(gpu(value));
        }
        List<String> named =
                devices.stream().filter(device -> CDI.matcher(device).matches()).toList();
        if (!named.isEmpty()) {
            requests.add(new DeviceRequest("cdi", 0, named, List.of(), Map.of()));
        }
        return requests;
    }

    private static DeviceRequest gpu(String value) throws RunValueException {
        String driver = "";
        long count = 0;
        boolean counted = false;
        List<String> ids = List.of();
        List<String> capabilities = new ArrayList<>();
        Map<String, String> options = Map.of();
        for (String field : Csv.read(RunFlag.GPUS, value)) {
            String text = Values.after(field, "=");
            if (!field.contains("=")) {
                count = count(value, field);
                counted = true;
                continue;
            }
            switch (Values.before(field, "=")) {
                case "driver" -> driver = text;
                case "count" -> {
                    count = count(value, text);
                    counted = true;
                }
                case "device" -> ids = List.of(text.split(",", -1));
                case "capabilities" -> capabilities.addAll(List.of(text.split(",", -1)));
                case "options" -> options = Values.pairs(Csv.read(RunFlag.GPUS, text));
                default -> throw failure(RunFlag.GPUS, field, "is no option of GPUs.");
            }
        }
        capabilities.add("gpu");
        return new DeviceRequest(driver, counted || !ids.isEmpty() ? count : 1, ids, List.of(capabilities), options);
    }

    private static long count(String value, String text) throws RunValueException {
        try {
            return text.equals("all") ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw failure(RunFlag.GPUS, value, "is neither a number of GPUs nor all.");
        }
    }

    static String written(DeviceRequest request) {
        List<String> fields = new ArrayList<>();
        List<String> capabilities = request.capabilities().isEmpty()
                ? List.of()
                : request.capabilities().getFirst().stream()
                        .filter(name -> !name.equals("gpu"))
                        .toList();
        if (request.count() != 0 || request.deviceIds().isEmpty()) {
            fields.add(request.count() == -1 ? "all" : String.valueOf(request.count()));
        }
        if (!request.driver().isEmpty()) {
            fields.add("driver=" + request.driver());
        }
        if (!request.deviceIds().isEmpty()) {
            fields.add("device=" + String.join(",", request.deviceIds()));
        }
        if (!capabilities.isEmpty()) {
            fields.add("capabilities=" + String.join(",", capabilities));
        }
        if (!request.options().isEmpty()) {
            fields.add("options="
                    + Csv.write(request.options().entrySet().stream()
                            .map(option -> option.getKey() + "=" + option.getValue())
                            .toList()));
        }
        return Csv.write(fields);
    }

    static List<Ulimit> ulimits(List<String> values) throws RunValueException {
        Map<String, Ulimit> limits = new TreeMap<>();
        for (String value : values) {
            String name = Values.before(value, "=");
            String[] numbers = Values.after(value, "=").split(":", -1);
            if (!LIMITS.contains(name) || numbers.length > 2) {
                throw failure(RunFlag.ULIMIT, value, "is not a limit such as nofile=1024:2048.");
            }
            long soft = Values.number(RunFlag.ULIMIT, numbers[0]);
            long hard = numbers.length == 2 ? Values.number(RunFlag.ULIMIT, numbers[1]) : soft;
            if (hard != -1 && (soft == -1 || soft > hard)) {
                throw failure(RunFlag.ULIMIT, value, "has a soft limit above the hard one.");
            }
            limits.put(name, new Ulimit(name, soft, hard));
        }
        return List.copyOf(limits.values());
    }

    static List<BlockWeight> weights(List<String> values) throws RunValueException {
        List<BlockWeight> weights = new ArrayList<>();
        for (String value : values) {
            weights.add(new BlockWeight(
                    path(RunFlag.BLKIO_WEIGHT_DEVICE, value),
                    Values.number(RunFlag.BLKIO_WEIGHT_DEVICE, Values.after(value, ":"))));
        }
        return weights;
    }

    static List<BlockThrottle> throttles(RunFlag flag, List<String> values, boolean bytes) throws RunValueException {
        List<BlockThrottle> throttles = new ArrayList<>();
        for (String value : values) {
            String rate = Values.after(value, ":");
            throttles.add(
                    new BlockThrottle(path(flag, value), bytes ? Values.size(flag, rate) : Values.number(flag, rate)));
        }
        return throttles;
    }

    private static String path(RunFlag flag, String value) throws RunValueException {
        if (!value.startsWith("/dev/") || !value.contains(":")) {
            throw failure(flag, value, "is not a device and a number such as /dev/sda:100.");
        }
        return Values.before(value, ":");
    }

    private static RunValueException failure(RunFlag flag, String value, String what) {
        return new RunValueException(flag, value, "“" + value + "” " + what);
    }
}
