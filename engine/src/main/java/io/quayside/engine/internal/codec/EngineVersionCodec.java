package io.quayside.engine.internal.codec;

import io.quayside.engine.model.EngineVersion;
import java.util.List;

/// `GET /version`.
public final class EngineVersionCodec {
    private EngineVersionCodec() {}

    /// Reads an answer.
    public static EngineVersion read(JsonIn in) {
        String platform = "";
        String version = "";
        String apiVersion = "";
        String minApiVersion = "";
        String os = "";
        String arch = "";
        String kernel = "";
        String buildTime = "";
        List<EngineVersion.Component> components = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Platform" -> platform = in.map(JsonIn::text).getOrDefault("Name", "");
                    case "Version" -> version = in.text();
                    case "ApiVersion" -> apiVersion = in.text();
                    case "MinAPIVersion" -> minApiVersion = in.text();
                    case "Os" -> os = in.text();
                    case "Arch" -> arch = in.text();
                    case "KernelVersion" -> kernel = in.text();
                    case "BuildTime" -> buildTime = in.text();
                    case "Components" -> components = in.list(EngineVersionCodec::component);
                    default -> in.skip();
                }
            }
        }
        return new EngineVersion(platform, version, apiVersion, minApiVersion, os, arch, kernel, buildTime, components);
    }

    private static EngineVersion.Component component(JsonIn in) {
        String name = "";
        String version = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Name" -> name = in.text();
                    case "Version" -> version = in.text();
                    default -> in.skip();
                }
            }
        }
        return new EngineVersion.Component(name, version);
    }
}
