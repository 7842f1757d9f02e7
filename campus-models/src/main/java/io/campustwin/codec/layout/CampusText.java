package io.campustwin.codec.layout;

import io.campustwin.asset.KindCatalogue;
import io.campustwin.codec.layout.grounds.Grounds;
import io.campustwin.place.SpaceKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The door of this package: folders of the small school, the demo school and generated ones. */
public final class CampusText {
  private CampusText() {}

  /** Twelve rooms in one building of two storeys. */
  public static Map<String, byte[]> small(KindCatalogue kinds) {
    return write(SmallCampus.spec(), kinds);
  }

  /** Four buildings, about 150 rooms. */
  public static Map<String, byte[]> demo(KindCatalogue kinds) {
    return write(DemoCampus.spec(), kinds);
  }

  /**
   * A campus of any size, the same bytes for the same arguments.
   *
   * @param rooms from 10 to 5,000, without corridors and stairs
   */
  public static Map<String, byte[]> seeded(int rooms, long seed, KindCatalogue kinds) {
    CampusSpec spec = SeededCampus.spec(rooms, seed);
    Layout layout = layout(spec, kinds);
    Map<String, byte[]> files = new FolderText(spec, layout, kinds).write();
    files.put("tour.yaml", TourText.of(spec, layout).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static Map<String, byte[]> write(CampusSpec spec, KindCatalogue kinds) {
    return new FolderText(spec, layout(spec, kinds), kinds).write();
  }

  private static Layout layout(CampusSpec spec, KindCatalogue kinds) {
    Layout layout = new Layout();
    Fitting fitting = new Fitting(kinds, layout);
    SiteLayout site = new SiteLayout(layout, fitting, spec.width(), spec.height());
    site.spaces(spec.sport());
    spec.buildings().forEach(building -> BuildingLayout.add(building, layout));
    layout.rooms.stream()
        .filter(room -> room.level() > 0 && room.kind() != SpaceKind.OUTDOOR)
        .toList()
        .forEach(fitting::furnish);
    Services services = new Services(layout, fitting);
    services.equip();
    services.central();
    site.equip(spec.segments());
    services.outdoorLinks();
    layout.landscape.addAll(Grounds.of(site.drawn()));
    return layout;
  }
}
