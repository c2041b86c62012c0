package io.quayside.vm;

import io.quayside.testing.rules.HouseRules;

class VmRulesTest extends HouseRules {}
