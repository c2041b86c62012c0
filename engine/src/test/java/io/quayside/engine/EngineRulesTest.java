package io.quayside.engine;

import io.quayside.testing.rules.HouseRules;

class EngineRulesTest extends HouseRules {}
