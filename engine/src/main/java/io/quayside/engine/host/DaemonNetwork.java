package io.quayside.engine.host;

/// How root's daemon reaches the network.
///
/// @param bridge name of a bridge that exists
/// @param firewall whether the daemon may set firewall rules; not beside another daemon, whose rules it would drop
record DaemonNetwork(String bridge, AddressBlock block, boolean firewall) {}
