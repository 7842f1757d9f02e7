package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Conduction;
import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.Optics;
import io.campustwin.simulator.envelope.Skin;
import io.campustwin.simulator.envelope.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What faces of a plan share, each kept once: skins with their modes, kinds of windows in a facade, optics of glass. */
final class Fabric {
  final List<Sheet> sheets = new ArrayList<>();
  final List<Conduction> walls = new ArrayList<>();
  final List<Outdoors.Aperture> apertures = new ArrayList<>();
  private final Map<Sheet, Integer> sheetIndex = new LinkedHashMap<>();
  private final Map<Window, Optics> optics = new LinkedHashMap<>();
  private final Map<Long, Integer> apertureIndex = new LinkedHashMap<>();

  /** A skin as it is used: closed behind or not. */
  record Sheet(Skin skin, boolean insulated) {}

  /** Number of a skin. */
  int sheet(Skin skin, boolean insulated) {
    return sheetIndex.computeIfAbsent(new Sheet(skin, insulated), made -> {
      sheets.add(made);
      walls.add(
          skin instanceof Construction wall ? Conduction.of(wall, insulated) : Conduction.NONE);
      return sheets.size() - 1;
    });
  }

  /** Number of a kind of window in a facade. */
  int aperture(int facade, Window window) {
    int pane = sheet(window, false);
    return apertureIndex.computeIfAbsent((long) facade << 32 | pane, key -> {
      apertures.add(new Outdoors.Aperture(facade, window, optics(window)));
      return apertures.size() - 1;
    });
  }

  /** What a skin does with light of the room. */
  Optics.Split taken(Skin skin) {
    return skin instanceof Window window
        ? optics(window).fromInside()
        : new Optics.Split(0, 0, ((Construction) skin).inside().absorptance());
  }

  /** Emittance of the face in the room. */
  static double emittance(Skin skin) {
    return skin instanceof Window window
        ? window.inner().inside()
        : ((Construction) skin).inside().emittance();
  }

  private Optics optics(Window window) {
    return optics.computeIfAbsent(window, Optics::new);
  }
}
