package io.campustwin.adapter.spi.contract;

import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps everything an adapter reports. */
public final class RecordingSink implements FieldSink {
  private final List<Sample> samples = new CopyOnWriteArrayList<>();
  private final List<LinkStatus> links = new CopyOnWriteArrayList<>();
  private final Map<PointId, List<DeviceSlot>> slots = new HashMap<>();

  @Override
  public void samples(List<Sample> reported) {
    samples.addAll(reported);
  }

  @Override
  public void link(LinkStatus status) {
    links.add(status);
  }

  @Override
  public synchronized void deviceSlots(PointId point, List<DeviceSlot> occupied) {
    slots.put(point, occupied);
  }

  public List<Sample> of(PointId point) {
    return samples.stream().filter(sample -> sample.point().equals(point)).toList();
  }

  public Optional<Sample> newest(PointId point) {
    List<Sample> all = of(point);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The newest state of the link ({@code device} empty) or of one device. */
  public Optional<LinkState> state(String device) {
    LinkState state = null;
    for (LinkStatus status : links) {
      if (status.device().equals(device)) {
        state = status.state();
      }
    }
    return Optional.ofNullable(state);
  }

  public List<LinkStatus> links() {
    return List.copyOf(links);
  }

  public synchronized List<DeviceSlot> slots(PointId point) {
    return slots.getOrDefault(point, List.of());
  }

  /** Forgets what was reported so far. */
  public void clear() {
    samples.clear();
    links.clear();
  }
}
