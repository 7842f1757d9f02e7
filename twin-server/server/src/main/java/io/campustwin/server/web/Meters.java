package io.campustwin.server.web;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.alarm.Hold;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.PointState;
import io.campustwin.server.field.Twin;
import io.campustwin.signal.Quality;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product's own figures for /metrics. */
final class Meters {
  private Meters() {}

  static void bind(MeterRegistry registry, Twin twin) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    for (Quality.Level level : Quality.Level.values()) {
      Gauge.builder("campus.points", twin, known -> count(known, level))
          .description("Points by quality")
          .tag("quality", level.word())
          .register(registry);
    }
    Gauge.builder("campus.alarms.active", twin, Meters::activeAlarms)
        .description("Alarms that are not normal")
        .register(registry);
    for (Hold.Kind kind : Hold.Kind.values()) {
      Gauge.builder("campus.alarms.held", twin, known -> held(known, kind))
          .description("Points whose alarms ask for nobody")
          .tag("kind", kind.word())
          .register(registry);
    }
    Gauge.builder("campus.kernel.conflated", twin, known -> known.health().conflated())
        .description("Reports that a newer one replaced while they waited, since start")
        .register(registry);
    Gauge.builder("campus.kernel.sequence", twin, known -> known.snapshot().sequence())
        .description("Inputs applied since the data folder began")
        .register(registry);
    for (Twin.AdapterReport report : twin.listAdapters()) {
      adapter(registry, twin, report.kind().word());
    }
    twin.listen(outputs -> count(registry, outputs));
  }

  private static void adapter(MeterRegistry registry, Twin twin, String kind) {
    Gauge.builder("campus.adapter.up", twin, known -> isUp(known, kind))
        .description("1 while the adapter's link is up")
        .tag("adapter", kind)
        .register(registry);
    Gauge.builder("campus.adapter.samples", twin, known -> samples(known, kind))
        .description("Reports taken since start")
        .tag("adapter", kind)
        .register(registry);
  }

  private static double isUp(Twin twin, String kind) {
    return twin.listAdapters().stream()
            .anyMatch(one -> one.kind().word().equals(kind) && one.link().state() == LinkState.UP)
        ? 1
        : 0;
  }

  private static double samples(Twin twin, String kind) {
    return twin.listAdapters().stream()
        .filter(one -> one.kind().word().equals(kind))
        .mapToLong(one -> one.counts().samples())
        .sum();
  }

  private static double count(Twin twin, Quality.Level level) {
    int count = 0;
    for (PointState state : twin.snapshot().listPoints()) {
      count += state.quality().level() == level ? 1 : 0;
    }
    return count;
  }

  private static double held(Twin twin, Hold.Kind kind) {
    return twin.snapshot().alarms().listHolds().stream()
        .filter(hold -> hold.kind() == kind)
        .count();
  }

  private static double activeAlarms(Twin twin) {
    return twin.snapshot().listAlarms().stream()
        .filter(alarm -> alarm.state() != AlarmState.NORMAL)
        .count();
  }

  private static void count(MeterRegistry registry, List<Output> outputs) {
    for (Output output : outputs) {
      if (output instanceof Output.CommandChanged changed
          && changed.item().state().isFinal()) {
        finished(registry, changed.item());
      }
    }
  }

  private static void finished(MeterRegistry registry, CommandItem item) {
    String state = item.state().word();
    Counter.builder("campus.commands").tag("state", state).register(registry).increment();
    Long last = item.times().get(item.state());
    long first = item.times().values().stream().mapToLong(Long::longValue).min().orElse(0);
    if (last != null && first > 0) {
      Timer.builder("campus.command.duration")
          .tag("state", state)
          .register(registry)
          .record(last - first, TimeUnit.MILLISECONDS);
    }
  }
}
