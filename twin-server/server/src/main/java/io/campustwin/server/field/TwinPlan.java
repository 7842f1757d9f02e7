package io.campustwin.server.field;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import io.campustwin.engine.rule.Rules;

/**
 * What a twin is made of: the campus, and what it does by itself.
 *
 * @param files the folder that both were read from
 */
public record TwinPlan(CampusModel model, Rules rules, CampusFiles files) {}
