package io.quayside.vm.driver.hyperv;

import io.quayside.vm.error.VmException;
import io.quayside.vm.security.MachineKeys;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The disk by which a guest without QEMU's firmware configuration is told its configuration and keys: a
/// tar archive where a file system would be. `guest/agent/config.go` reads it.
final class ConfigDisk {
    private ConfigDisk() {}

    /// Writes the disk anew, readable by this user only; Hyper-V itself lets its machine read it when it is attached.
    static void write(MachineFiles files) throws VmException {
        Path disk = files.hyperVConfigDisk();
        try {
            Files.deleteIfExists(disk);
            PrivateFiles.createSparse(disk, 1);
            Files.write(disk, Vhdx.of(archive(content(files))));
        } catch (IOException e) {
            throw StoreFailures.of(disk, e);
        }
    }

    private static Map<String, Path> content(MachineFiles files) {
        MachineKeys keys = new MachineKeys(files.keys());
        Map<String, Path> content = new LinkedHashMap<>();
        content.put("config.json", files.guestConfig());
        content.put("ca.pem", keys.authority());
        content.put("server-cert.pem", keys.engineCertificate());
        content.put("server-key.pem", keys.engineKey());
        return content;
    }

    private static byte[] archive(Map<String, Path> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, Path> file : content.entrySet()) {
                byte[] data = Files.readAllBytes(file.getValue());
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(data.length);
                entry.setMode(0600);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(data);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
