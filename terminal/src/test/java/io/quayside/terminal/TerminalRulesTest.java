package io.quayside.terminal;

import io.quayside.testing.rules.HouseRules;

class TerminalRulesTest extends HouseRules {}
