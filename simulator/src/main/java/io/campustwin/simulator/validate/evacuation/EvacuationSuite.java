package io.campustwin.simulator.validate.evacuation;

import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code evacuation}: RiMEA 1 to 16, NIST 1.1 to 5.2, and the flow of doors in both modes. */
public final class EvacuationSuite implements Suite {
  private final Map<String, Function<String, List<Finding>>> cases = new LinkedHashMap<>();

  public EvacuationSuite() {
    cases.put("rimea-1", RimeaPersons::corridor);
    cases.put("rimea-2", RimeaPersons::upstairs);
    cases.put("rimea-3", RimeaPersons::downstairs);
    cases.put("rimea-4", RimeaFlows::density);
    cases.put("rimea-5", RimeaPersons::premovement);
    cases.put("rimea-6", RimeaPersons::corner);
    cases.put("rimea-7", RimeaPersons::ages);
    cases.put("rimea-8", RimeaBuildings::storeys);
    cases.put("rimea-9", RimeaFlows::hall);
    cases.put("rimea-10", RimeaBuildings::assigned);
    cases.put("rimea-11", RimeaBuildings::twoExits);
    cases.put("rimea-12", RimeaFlows::necks);
    cases.put("rimea-13", RimeaBuildings::stairJam);
    cases.put("rimea-14", RimeaBuildings::longWay);
    cases.put("rimea-15", RimeaBuildings::bend);
    cases.put("rimea-16", RimeaFlows::singleFile);
    putNist();
    cases.put("door-flow", RimeaFlows::doors);
  }

  private void putNist() {
    cases.put("nist-1.1", NistPersons::premovement);
    cases.put("nist-2.1", NistPersons::corridor);
    cases.put("nist-2.2", NistPersons::stairs);
    cases.put("nist-2.3", RimeaPersons::corner);
    cases.put("nist-2.4", NistPersons::speeds);
    cases.put("nist-2.5", NistPersons::smoke);
    cases.put("nist-2.6", NistPersons::dose);
    cases.put("nist-2.7", NistCrowds::lift);
    cases.put("nist-2.8", NistCrowds::counterflow);
    cases.put("nist-2.9", NistCrowds::groups);
    cases.put("nist-2.10", NistCrowds::impaired);
    cases.put("nist-3.1", RimeaBuildings::assigned);
    cases.put("nist-3.2", NistCrowds::followers);
    cases.put("nist-3.3", NistCrowds::familiar);
    cases.put("nist-4.1", NistCrowds::closing);
    cases.put("nist-5.1", NistCrowds::congestion);
    cases.put("nist-5.2", NistCrowds::largestFlow);
  }

  @Override
  public String name() {
    return "evacuation";
  }

  @Override
  public List<String> cases() {
    return List.copyOf(cases.keySet());
  }

  @Override
  public List<Finding> run(Predicate<String> wanted) {
    List<Finding> findings = new ArrayList<>();
    cases.forEach((id, test) -> {
      if (wanted.test(id)) {
        findings.addAll(test.apply(id));
      }
    });
    return findings;
  }
}
