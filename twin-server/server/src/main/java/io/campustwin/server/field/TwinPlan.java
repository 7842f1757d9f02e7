package io.campustwin.server.field;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;

/** What a twin is made of: the campus, and what it does by itself. */
public record TwinPlan(CampusModel model, Rules rules) {}
