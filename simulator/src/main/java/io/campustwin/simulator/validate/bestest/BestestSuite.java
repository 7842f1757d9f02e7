package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Measured;
import io.campustwin.simulator.validate.Suite;
import io.campustwin.simulator.weather.WeatherYear;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Building fabric cases of ANSI/ASHRAE Standard 140 (BESTEST), each from its description, over the year of Denver in
 * quarter hours. About 0.3 s a case.
 */
public final class BestestSuite implements Suite {
  private static final int STEPS_PER_HOUR = 4;

  @Override
  public String name() {
    return "bestest";
  }

  @Override
  public List<String> cases() {
    return BestestCase.ALL.stream().map(BestestCase::id).toList();
  }

  @Override
  public List<Finding> run(Predicate<String> wanted) {
    List<Finding> findings = new ArrayList<>();
    List<BestestCase> chosen =
        BestestCase.ALL.stream().filter(test -> wanted.test(test.id())).toList();
    if (chosen.isEmpty()) {
      return findings;
    }
    WeatherYear year = WeatherYear.denver();
    Map<BestestCase.Shade, BestestSun> suns = new EnumMap<>(BestestCase.Shade.class);
    for (BestestCase test : chosen) {
      BestestSun sun = suns.computeIfAbsent(test.shade(), kind -> new BestestSun(year, kind));
      for (Measured measured : measure(test, sun)) {
        findings.add(BestestBands.judge(test.id(), measured));
      }
    }
    return findings;
  }

  private static List<Measured> measure(BestestCase test, BestestSun sun) {
    BestestYear.Result result = BestestYear.run(test, sun, STEPS_PER_HOUR);
    List<Measured> all = new ArrayList<>();
    if (test.isFree()) {
      all.add(new Measured("maxTemperature", result.warmest(), "°C"));
      all.add(new Measured("minTemperature", result.coldest(), "°C"));
      all.add(new Measured("meanTemperature", result.mean(), "°C"));
    } else {
      all.add(new Measured("annualHeating", result.heating(), "MWh"));
      all.add(new Measured("annualCooling", result.cooling(), "MWh"));
      all.add(new Measured("peakHeating", result.peakHeating(), "kW"));
      all.add(new Measured("peakCooling", result.peakCooling(), "kW"));
      all.addAll(BestestWindow.measure(test, sun));
    }
    return all;
  }
}
