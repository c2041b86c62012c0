package io.quayside.engine.contract;

/// Cases that run on whatever engine and connection the implementing class has.
public interface ContractCase {

    /// A client for the case that runs now.
    EngineFixture fixture();
}
