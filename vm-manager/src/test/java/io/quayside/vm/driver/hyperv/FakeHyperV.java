package io.quayside.vm.driver.hyperv;

import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A Windows with Hyper-V, as far as its documentation tells: refuses parameters that the cmdlets don't
/// have and actions that the state of a machine or disk doesn't allow, and keeps both. It takes what
/// PowerShell would be given, and answers as `cmdlets.ps1` does.
final class FakeHyperV implements ProcessRunner {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Hyper-V's own machine, by its properties.
    static final class Vm {
        String state = "Off";
        String notes = "";
        String secureBoot = "On";
        String checkpoints = "Standard";
        long processors = 1;
        long memoryMost = 1L << 40;
        final List<String> disks = new ArrayList<>();
        final Map<Integer, String> pipes = new TreeMap<>();
    }

    /// A failure that a cmdlet reports, in PowerShell's terms.
    static final class Refusal extends Exception {
        final String id;
        final String category;

        Refusal(String id, String category, String message) {
            super(message);
            this.id = id;
            this.category = category;
        }
    }

    final Map<String, Vm> machines = new TreeMap<>();
    final Map<String, Long> disks = new TreeMap<>();
    final List<String> compacted = new ArrayList<>();
    final Set<String> switches = new TreeSet<>(Set.of(HyperVMachine.DEFAULT_SWITCH));
    final Map<String, Refusal> failing = new HashMap<>();
    final List<String> called = new ArrayList<>();
    boolean installed = true;
    boolean allowed = true;
    private final DocumentedParameters documented;

    FakeHyperV() throws IOException {
        documented = new DocumentedParameters();
    }

    @Override
    public Optional<Path> find(String program) {
        return Optional.empty();
    }

    @Override
    public ProcessOutcome run(ProcessRequest request) {
        if (!request.arguments().equals(PowerShell.command("cmdlets.ps1"))) {
            throw new AssertionError(request.arguments());
        }
        ObjectNode printed = JSON.createObjectNode();
        ArrayNode answers = printed.putArray("answers");
        printed.putNull("failure");
        for (JsonNode cmdlet : JSON.readTree(request.environment().get(PowerShell.VARIABLE))) {
            String name = cmdlet.path("name").asString();
            try {
                List<Map<String, Object>> objects = call(name, cmdlet.path("parameters"));
                answers.add(select(objects, cmdlet.path("properties")));
            } catch (Refusal refusal) {
                printed.putObject("failure")
                        .put("cmdlet", name)
                        .put("id", refusal.id + ",Microsoft.HyperV.PowerShell.Commands." + name.replace("-", ""))
                        .put("category", refusal.category)
                        .put("code", "0x80131500")
                        .put("message", refusal.getMessage());
                break;
            }
        }
        return new ProcessOutcome(0, printed.toString(), false, "");
    }

    private static ArrayNode select(List<Map<String, Object>> objects, JsonNode wanted) {
        ArrayNode selected = JSON.createArrayNode();
        for (Map<String, Object> object : objects) {
            ObjectNode plain = selected.addObject();
            for (JsonNode property : wanted) {
                plain.set(property.asString(), JSON.valueToTree(object.get(property.asString())));
            }
        }
        return selected;
    }

    private List<Map<String, Object>> call(String name, JsonNode given) throws Refusal {
        called.add(name);
        if (!installed || !documented.knows(name)) {
            throw new Refusal("CommandNotFoundException", "ObjectNotFound", "The term '" + name + "' isn't known.");
        }
        Optional<String> refusal = documented.refusal(name, given);
        if (refusal.isPresent()) {
            throw new Refusal(refusal.get(), "InvalidArgument", name + " " + given);
        }
        if (!allowed) {
            throw new Refusal("AccessDenied", "PermissionDenied", "You do not have the required permission.");
        }
        if (failing.containsKey(name)) {
            throw failing.get(name);
        }
        return switch (name) {
            case "Get-VM" -> listed();
            case "Get-VMSwitch" ->
                switches.stream()
                        .map(found -> Map.<String, Object>of("Name", found))
                        .toList();
            default -> {
                change(name, given);
                yield List.of();
            }
        };
    }

    private List<Map<String, Object>> listed() {
        List<Map<String, Object>> all = new ArrayList<>();
        machines.forEach((name, vm) -> all.add(Map.of(
                "Name",
                name,
                "State",
                vm.state,
                "Notes",
                vm.notes,
                "MemoryAssigned",
                vm.state.equals("Off") ? 0 : 1L << 30)));
        return all;
    }

    private void change(String name, JsonNode given) throws Refusal {
        switch (name) {
            case "New-VHD" -> newDisk(given);
            case "Resize-VHD" -> resize(given);
            case "Optimize-VHD" -> {
                requireFree(disk(given.path("Path").asString()));
                compacted.add(given.path("Path").asString());
            }
            case "New-VM" -> newMachine(given);
            default -> changeMachine(name, machine(given), given);
        }
    }

    private void newDisk(JsonNode given) throws Refusal {
        String path = given.path("Path").asString();
        require(path.toLowerCase(Locale.ROOT).endsWith(".vhdx"), "InvalidParameter", "The name must end in vhdx");
        require(!Files.exists(Path.of(path)), "OperationFailed", "The file exists. (0x80070050).");
        long size = given.path("SizeBytes").asLong(0);
        if (given.has("ParentPath")) {
            require(
                    Files.exists(Path.of(given.path("ParentPath").asString())),
                    "OperationFailed",
                    "No parent (0x80070002).");
            size = 1 << 20;
        }
        require(size % 512 == 0 && size > 0, "InvalidParameter", "The size must be a multiple of 512");
        try {
            Files.writeString(Path.of(path), "vhdx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disks.put(path, size);
    }

    private String disk(String path) throws Refusal {
        require(Files.exists(Path.of(path)), "ObjectNotFound", "The system cannot find the file (0x80070002).");
        return path;
    }

    /// Growing is allowed for a disk of a running machine; shrinking below its data isn't modelled.
    private void resize(JsonNode given) throws Refusal {
        String path = disk(given.path("Path").asString());
        long size = given.path("SizeBytes").asLong();
        require(size > disks.getOrDefault(path, 0L), "OperationFailed", "The size is too small (0xC03A0034).");
        disks.put(path, size);
    }

    private void requireFree(String disk) throws Refusal {
        for (Vm vm : machines.values()) {
            require(
                    vm.state.equals("Off") || !vm.disks.contains(disk),
                    "OperationFailed",
                    "The process cannot access the file because it is being used by another process. (0x80070020).");
        }
    }

    private void newMachine(JsonNode given) throws Refusal {
        require(given.path("Generation").asInt(1) == 2, "InvalidParameter", "The tests want generation 2");
        require(
                switches.contains(given.path("SwitchName").asString()),
                "InvalidParameter",
                "Hyper-V was unable to find a virtual switch with that name.");
        require(given.path("MemoryStartupBytes").asLong() >= 32 << 20, "InvalidParameter", "Too little memory");
        Vm vm = new Vm();
        vm.disks.add(disk(given.path("VHDPath").asString()));
        machines.put(given.path("Name").asString(), vm);
    }

    private Vm machine(JsonNode given) throws Refusal {
        String name = given.path(given.has("VMName") ? "VMName" : "Name").asString();
        Vm vm = machines.get(name);
        if (vm == null) {
            throw new Refusal(
                    "InvalidParameter",
                    "InvalidArgument",
                    "Hyper-V was unable to find a virtual machine with name " + name);
        }
        return vm;
    }

    private void changeMachine(String name, Vm vm, JsonNode given) throws Refusal {
        switch (name) {
            case "Set-VM" -> {
                vm.notes = given.path("Notes").asString();
                vm.checkpoints = given.path("CheckpointType").asString();
            }
            case "Set-VMProcessor" -> {
                require(vm.state, "Off");
                vm.processors = given.path("Count").asLong();
            }
            case "Set-VMMemory" -> setMemory(vm, given);
            case "Set-VMFirmware" -> {
                require(vm.state, "Off");
                vm.secureBoot = given.path("EnableSecureBoot").asString();
            }
            case "Add-VMHardDiskDrive" -> addDisk(vm, given);
            case "Set-VMComPort" -> setPipe(vm, given);
            case "Start-VM" -> {
                require(!vm.state.equals("Running"), "InvalidState", "It is in the wrong state");
                vm.state = "Running";
            }
            case "Stop-VM" -> {
                require(!vm.state.equals("Off"), "InvalidState", "It is in the wrong state");
                require(
                        given.path("TurnOff").asBoolean(false) || vm.state.equals("Running"),
                        "InvalidState",
                        "Not running");
                vm.state = "Off";
            }
            case "Suspend-VM" -> {
                require(vm.state, "Running");
                vm.state = "Paused";
            }
            case "Resume-VM" -> {
                require(vm.state, "Paused");
                vm.state = "Running";
            }
            case "Remove-VM" -> {
                require(vm.state, "Off");
                machines.values().remove(vm);
            }
            default -> throw new AssertionError(name);
        }
    }

    private static void setMemory(Vm vm, JsonNode given) throws Refusal {
        long most = given.path("MaximumBytes").asLong();
        require(
                vm.state.equals("Off") || most >= vm.memoryMost,
                "InvalidState",
                "The maximum of a running machine only grows");
        require(
                given.path("MinimumBytes").asLong(0)
                                <= given.path("StartupBytes").asLong(most)
                        && given.path("StartupBytes").asLong(0) <= most,
                "InvalidParameter",
                "The start-up memory must lie between the least and the most");
        vm.memoryMost = most;
    }

    private void addDisk(Vm vm, JsonNode given) throws Refusal {
        String path = disk(given.path("Path").asString());
        require(given.path("ControllerType").asString().equals("SCSI"), "InvalidParameter", "Generation 2 has no IDE");
        require(path.endsWith(".vhdx"), "InvalidParameter", "Generation 2 takes VHDX only");
        require(
                machines.values().stream().noneMatch(other -> other.disks.contains(path)),
                "OperationFailed",
                "The disk is attached already (0x80070020).");
        vm.disks.add(path);
    }

    private static void setPipe(Vm vm, JsonNode given) throws Refusal {
        int number = given.path("Number").asInt();
        String path = given.path("Path").asString();
        require(number == 1 || number == 2, "InvalidParameter", "There are two serial lines");
        require(path.startsWith("\\\\.\\pipe\\"), "InvalidParameter", "Not a pipe");
        vm.pipes.put(number, path);
    }

    private static void require(String state, String wanted) throws Refusal {
        require(
                state.equals(wanted),
                "InvalidState",
                "The operation cannot be performed while it is in its current state.");
    }

    private static void require(boolean condition, String id, String message) throws Refusal {
        if (!condition) {
            throw new Refusal(id, id.equals("InvalidParameter") ? "InvalidArgument" : "InvalidOperation", message);
        }
    }
}
