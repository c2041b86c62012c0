package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.DockerContext.Broken;
import io.quayside.engine.endpoint.DockerContext.Usable;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// One context as docker keeps it: `contexts/meta/ID/meta.json`, and beside it certificates in
/// `contexts/tls/ID/docker`.
final class ContextFile {

    private ContextFile() {}

    static DockerContext read(Path configFolder, Path contextFolder) {
        Path id = contextFolder.getFileName();
        Path file = contextFolder.resolve("meta.json");
        String name = id.toString();
        try {
            JsonNode meta = DockerJson.read(file);
            name = text(meta, "Name", name);
            JsonNode docker = meta.path("Endpoints").path("docker");
            String host = text(docker, "Host", "");
            if (host.isEmpty()) {
                return new Broken(name, file, "The context doesn't say where a Docker engine is");
            }
            Path tls =
                    configFolder.resolve("contexts").resolve("tls").resolve(id).resolve("docker");
            EngineEndpoint endpoint =
                    endpoint(host, docker.path("SkipTLSVerify").asBoolean(false), tls);
            return new Usable(name, text(meta.path("Metadata"), "Description", ""), file, endpoint);
        } catch (DockerConfigException | EndpointSyntaxException | TlsFolderException e) {
            return new Broken(name, file, String.valueOf(e.getMessage()));
        }
    }

    private static EngineEndpoint endpoint(String host, boolean skipVerify, Path tls)
            throws EndpointSyntaxException, TlsFolderException {
        EngineEndpoint plain = EngineEndpoint.parse(host);
        boolean overTcp = plain instanceof EngineEndpoint.Tcp || plain instanceof EngineEndpoint.TlsTcp;
        if (overTcp && skipVerify) {
            throw new TlsFolderException(
                    "The context skips the check of the engine's certificate, which would let anyone take the"
                            + " engine's place; give it the engine's authority instead");
        }
        return overTcp ? TlsFolder.protect(plain, tls) : plain;
    }

    private static String text(JsonNode in, String field, String otherwise) {
        JsonNode value = in.path(field);
        return value.isString() ? value.stringValue() : otherwise;
    }
}
