package io.campustwin.simulator.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sun, generated weather and weather files. */
class WeatherTest {
  private static final long DAY = 86_400_000L;

  @Test
  void a1_sunMeetsThePublishedPosition() {
    long time = Instant.parse("2003-10-17T19:30:30Z").toEpochMilli();
    Sun sun = Sun.at(time, 39.742476, -105.1786);
    assertThat(90 - Math.toDegrees(sun.elevation())).isCloseTo(50.11, within(0.01));
    assertThat(Math.toDegrees(sun.azimuth())).isCloseTo(194.34, within(0.01));
  }

  @Test
  void a1b_solarPositionMeetsTheReportsExample() {
    double time = Instant.parse("2003-10-17T19:30:30Z").getEpochSecond();
    Place place = new Place(39.742476, -105.1786, -7, 1830.14);
    SolarPosition sun = SolarPosition.at(time, 67, place, new SolarPosition.Air(820, 11));
    assertThat(90 - Math.toDegrees(sun.apparentElevation())).isCloseTo(50.11162, within(1e-5));
    assertThat(Math.toDegrees(sun.elevation())).isCloseTo(39.872046, within(1e-6));
    assertThat(Math.toDegrees(sun.azimuth())).isCloseTo(194.340241, within(1e-5));
    assertThat(Math.toDegrees(sun.declination())).isCloseTo(-9.31434, within(1e-4));
    assertThat(sun.distance()).isCloseTo(0.9965422974, within(1e-9));
    SolarPosition quick = new SunTrack(place).position(time);
    assertThat(Math.toDegrees(quick.elevation())).isCloseTo(39.872046, within(5e-4));
    assertThat(Math.toDegrees(quick.azimuth())).isCloseTo(194.340241, within(5e-4));
  }

  @Test
  void a1c_quickSunStaysNearTheExactOne() {
    Place place = new Place(34.7, 113.6, 8, 110);
    SunTrack track = new SunTrack(place);
    for (int i = 0; i < 400; i++) {
      double time = 1.77e9 + i * 79_321.0;
      SolarPosition exact = SolarPosition.at(time, place);
      SolarPosition quick = track.position(time);
      assertThat(quick.elevation()).isCloseTo(exact.elevation(), within(1e-5));
      double turned = quick.azimuth() - exact.azimuth();
      assertThat(Math.sin(turned) * Math.cos(exact.elevation())).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void a2_erbsMeetsThePublishedSplit() {
    assertThat(Erbs.diffuseShare(0.718)).isCloseTo(0.2179, within(0.002));
  }

  @Test
  void b1_generatedYearHasSeasons() {
    Weather weather = new GeneratedWeather(7, 34.75, 113.6);
    long start = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    double january = mean(weather, start);
    double july = mean(weather, start + 181 * DAY);
    assertThat(january).isBetween(-6.0, 6.0);
    assertThat(july).isBetween(23.0, 33.0);
    assertThat(weather.at(start)).isEqualTo(new GeneratedWeather(7, 34.75, 113.6).at(start));
  }

  @ParameterizedTest
  @EnumSource(ClimateZone.class)
  void b2_generatedClimatesKeepTheirPublishedMeans(ClimateZone zone) {
    Weather weather = new GeneratedWeather(3, zone);
    double year = 0;
    double published = 0;
    for (int month = 0; month < 12; month++) {
      long start =
          LocalDate.of(2026, month + 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.ofHours(8));
      double mean = mean(weather, start * 1000);
      assertThat(mean).as("month " + (month + 1)).isCloseTo(zone.mean(month), within(2.5));
      year += mean / 12;
      published += zone.mean(month) / 12;
    }
    assertThat(year).isCloseTo(published, within(0.6));
  }

  private static double mean(Weather weather, long start) {
    double sum = 0;
    for (int hour = 0; hour < 31 * 24; hour++) {
      Weather.Conditions now = weather.at(start + hour * 3_600_000L);
      assertThat(now.humidity()).isBetween(0.0, 100.0);
      assertThat(now.global()).isBetween(0.0, 1300.0);
      sum += now.temperature();
    }
    return sum / (31 * 24);
  }

  @Test
  void c1_weatherFileIsReadAndMissingCodesTakeTheHourBefore() {
    List<String> lines = file();
    lines.set(8 + 11, lines.get(8 + 11).replace(",21.0,", ",99.9,"));
    EpwWeather weather = EpwWeather.read(lines);
    assertThat(weather.latitude()).isEqualTo(34.7);
    long noon = Instant.parse("2026-01-01T03:30:00Z").toEpochMilli();
    assertThat(weather.at(noon).temperature()).isBetween(20.0, 22.0);
  }

  @Test
  void c2_aBrokenFileIsRefusedWithItsLine() {
    List<String> lines = file();
    lines.set(10, "1999,1,1,3,0,x,warm,");
    assertThatThrownBy(() -> EpwWeather.read(lines)).hasMessageContaining("line 11");
    assertThatThrownBy(() -> EpwWeather.read(List.of("hello"))).hasMessageContaining("line 1");
  }

  @Test
  void c3_aGapAJumpAndAnImpossibleValueAreNamed() {
    List<String> gap = file();
    gap.remove(100);
    assertThatThrownBy(() -> EpwWeather.read(gap))
        .hasMessageContaining("line 101")
        .hasMessageContaining("expected 1/4 hour 21, found 1/4 hour 22");
    List<String> cold = file();
    cold.set(20, cold.get(20).replace(",21.0,", ",-92.0,"));
    assertThatThrownBy(() -> EpwWeather.read(cold))
        .hasMessageContaining("line 21")
        .hasMessageContaining("impossible dry bulb temperature -92.0");
    List<String> blank = file();
    for (int i = 50; i < 80; i++) {
      blank.set(i, blank.get(i).replace(",21.0,", ",99.9,"));
    }
    assertThatThrownBy(() -> EpwWeather.read(blank))
        .hasMessageContaining("line 51")
        .hasMessageContaining("missing for 30 hours");
    List<String> shorter = file().subList(0, 5000);
    assertThatThrownBy(() -> EpwWeather.read(shorter))
        .hasMessageContaining("line 5000")
        .hasMessageContaining("7/28 hour 1");
    List<String> west = file();
    west.set(0, west.get(0).replace("113.6", "-113.6"));
    assertThatThrownBy(() -> EpwWeather.read(west)).hasMessageContaining("line 1:");
  }

  @Test
  void c4_oneSolarColumnFollowsFromTheOthers() {
    List<String> lines = file();
    int noon = 8 + 180 * 24 + 12;
    lines.set(noon, lines.get(noon).replace(",200,100,80,", ",200,9999,80,"));
    lines.set(noon + 1, lines.get(noon + 1).replace(",200,100,80,", ",9999,100,80,"));
    lines.set(noon + 2, lines.get(noon + 2).replace(",300,200,100,80,", ",9999,200,9999,9999,"));
    WeatherYear year = EpwWeather.read(lines).year();
    int hour = noon - 8;
    double height = Math.sin(year.sun(hour).elevation());
    assertThat(year.value(EpwField.DIRECT_NORMAL, hour)).isCloseTo(120 / height, within(1e-9));
    double next = Math.sin(year.sun(hour + 1).elevation());
    assertThat(year.value(EpwField.GLOBAL, hour + 1)).isCloseTo(80 + 100 * next, within(1e-9));
    assertThat(year.value(EpwField.DIFFUSE, hour + 2)).isBetween(150.0, 200.0);
    assertThat(year.value(EpwField.INFRARED, hour + 2)).isBetween(250.0, 450.0);
  }

  @Test
  void c5_leapDayHasTheWeatherOfTheDayBefore() {
    EpwWeather weather = EpwWeather.read(denver());
    long day = Instant.parse("2028-02-28T12:00:00Z").toEpochMilli();
    assertThat(weather.at(day + DAY)).isEqualTo(weather.at(day));
    assertThat(weather.at(day + 2 * DAY)).isNotEqualTo(weather.at(day));
  }

  private static List<String> denver() {
    List<String> lines = file();
    for (int i = 8; i < lines.size(); i++) {
      lines.set(i, lines.get(i).replace(",21.0,", "," + (i % 50) + "." + (i / 24) % 10 + ","));
    }
    return lines;
  }

  private static List<String> file() {
    List<String> lines = new ArrayList<>();
    lines.add("LOCATION,Town,-,CHN,x,1,34.7,113.6,8.0,110");
    for (int i = 1; i < 8; i++) {
      lines.add("HEADER " + i);
    }
    for (int hour = 0; hour < 8760; hour++) {
      LocalDate day = LocalDate.of(1999, 1, 1).plusDays(hour / 24);
      lines.add(
          "1999," + day.getMonthValue() + "," + day.getDayOfMonth() + "," + (hour % 24 + 1)
              + ",0,x,21.0,10,50,99000,0,0,300,200,100,80,0,0,0,0,180,2.5,5,5,10,777,9,0,0,0,0,0,0,0,0");
    }
    return lines;
  }
}
