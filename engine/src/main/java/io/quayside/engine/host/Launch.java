package io.quayside.engine.host;

import io.quayside.engine.process.ProcessRequest;
import java.util.Optional;

/// A daemon ready to be started.
///
/// @param block the addresses that were chosen for it, see [EngineRecord]
/// @param ownRules whether Quayside has set firewall rules for it
record Launch(ProcessRequest request, Optional<AddressBlock> block, boolean ownRules) {}
