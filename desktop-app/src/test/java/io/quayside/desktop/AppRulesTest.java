package io.quayside.desktop;

import io.quayside.testing.rules.HouseRules;

class AppRulesTest extends HouseRules {}
