package io.campustwin.server.app;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.PointState;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.ditto.DittoPublisher;
import io.campustwin.server.ditto.DittoSettings;
import io.campustwin.server.field.Twin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mirrors the twin to an Eclipse Ditto endpoint, where one is configured. */
final class Mirror {
  private Mirror() {}

  static Optional<AutoCloseable> start(Settings settings, CampusModel model, Twin twin) {
    Settings.Ditto ditto = settings.ditto();
    if (ditto == null) {
      return Optional.empty();
    }
    try {
      DittoPublisher publisher = DittoPublisher.start(
          new DittoSettings(
              URI.create(ditto.endpoint()), ditto.user(), ditto.password(), ditto.namespace()),
          model);
      twin.listen(outputs -> publisher.accept(states(outputs)));
      return Optional.of(publisher);
    } catch (IllegalArgumentException bad) {
      throw CliException.badInput(
          "Ditto 设置无效：" + bad.getMessage(), "the ditto settings are wrong: " + bad.getMessage());
    }
  }

  private static List<PointState> states(List<Output> outputs) {
    List<PointState> states = new ArrayList<>();
    for (Output output : outputs) {
      output.eachPoint(states::add);
    }
    return states;
  }
}
