package io.quayside.engine.network;

/// A route of this computer.
///
/// @param range where it leads
/// @param device the network device it goes through, such as `eth0` or `tun0`
public record HostRoute(IpRange range, String device) {
    /// Whether it goes through the tunnel of a VPN, by the names that VPN programs give their devices.
    public boolean isVpn() {
        return device.matches("(tun|tap|wg|ppp|utun|ipsec|vpn|tailscale|nordlynx|proton|zt|gpd|cscotun).*");
    }

    /// Whether it goes through a bridge that an engine made for one of its networks.
    public boolean isOfEngine() {
        return device.matches("(docker\\d+|br-[0-9a-f]{12}|docker_gwbridge|podman\\d+|cni-podman\\d+)");
    }
}
