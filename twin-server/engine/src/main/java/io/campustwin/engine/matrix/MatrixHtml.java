package io.campustwin.engine.matrix;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The matrix as one page that needs nothing else, in both languages, made to be printed: a table a linkage, places down,
 * effects across, the number of targets in each cell and the targets themselves behind it.
 */
public final class MatrixHtml {
  private static final String STYLE = """
      body{font:14px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;margin:2em;color:#1b2733}
      h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .3em}
      p{margin:.2em 0;color:#566}
      table{border-collapse:collapse;font-size:12px;width:100%}
      th,td{border:1px solid #b9c4ce;padding:3px 6px;text-align:left;vertical-align:top}
      thead th{background:#eef2f5}td.none{color:#99a}
      summary{cursor:pointer}small{color:#566;font-weight:400;display:block}
      @media print{body{margin:0;font-size:10px}table{font-size:8px}h2{break-after:avoid}tr{break-inside:avoid}
      thead{display:table-header-group}}
      """;

  private final CampusModel model;
  private final Matrix matrix;
  private final StringBuilder out = new StringBuilder();

  private MatrixHtml(CampusModel model, Matrix matrix) {
    this.model = model;
    this.matrix = matrix;
  }

  public static String of(CampusModel model, List<Linkage> linkages) {
    MatrixHtml page = new MatrixHtml(model, Matrix.of(model, linkages));
    page.head();
    linkages.forEach(page::table);
    return page.out.append("</body></html>\n").toString();
  }

  private void head() {
    Name campus = model.campus().name();
    String title = escaped(campus.zh() + " 联动矩阵 / " + campus.en() + ": cause and effect");
    out.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">");
    out.append("<title>").append(title).append("</title><style>").append(STYLE);
    out.append("</style></head><body><h1>").append(title).append("</h1>");
    out.append("<p>行：原因所在位置；列：效果；格：目标数 / ")
        .append("Rows: where the cause is; columns: effects; cells: number of targets</p>");
    out.append("<p>C：消防等控制器动作，本平台核验 / by the controller, verified by us；")
        .append("P：本平台指令并核验 / commanded and verified by us</p>");
  }

  private void table(Linkage linkage) {
    Set<String> places = new LinkedHashSet<>();
    matrix.cells().stream()
        .filter(cell -> cell.linkage().equals(linkage.id()))
        .forEach(cell -> places.add(cell.place()));
    out.append("<h2>").append(both(linkage.name())).append(" <code>");
    out.append(escaped(linkage.id())).append("</code></h2>");
    if (places.isEmpty()) {
      out.append("<p>本园区不会发生 / cannot happen on this campus</p>");
      return;
    }
    out.append("<table><thead><tr><th>位置 / Place</th>");
    linkage.effects().forEach(this::heading);
    out.append("</tr></thead><tbody>");
    places.forEach(place -> row(linkage, place));
    out.append("</tbody></table>");
  }

  private void heading(Effect effect) {
    out.append("<th>").append(both(effect.name())).append("<small>");
    out.append(effect.by().word().startsWith("c") ? "C" : "P" + effect.priority());
    out.append(" ≤ ").append(MatrixCsv.seconds(effect.limitMillis())).append(" s</small></th>");
  }

  private void row(Linkage linkage, String place) {
    out.append("<tr><th>").append(both(placeName(place))).append("<small>");
    out.append(escaped(place)).append("</small></th>");
    matrix.cells().stream()
        .filter(cell -> cell.linkage().equals(linkage.id()) && cell.place().equals(place))
        .forEach(this::cell);
    out.append("</tr>");
  }

  private void cell(Cell cell) {
    if (cell.targets().isEmpty()) {
      out.append("<td class=\"none\">–</td>");
      return;
    }
    String targets = cell.targets().stream().map(PointId::text).collect(Collectors.joining(" "));
    out.append("<td><details><summary>").append(cell.targets().size()).append("</summary>");
    out.append(escaped(targets)).append("</details></td>");
  }

  private Name placeName(String id) {
    Name zone = model.campus().zones().stream()
        .filter(one -> one.id().equals(id))
        .map(one -> one.name())
        .findFirst()
        .orElse(null);
    Name storey = model.findStorey(id).map(one -> one.name()).orElse(null);
    Name space = model.findSpace(id).map(one -> one.name()).orElse(null);
    Name piece = model.findEquipment(id).map(one -> one.name()).orElse(null);
    Name building = model.findBuilding(id).map(one -> one.name()).orElse(null);
    return java.util.stream.Stream.of(zone, storey, space, piece, building)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(new Name(id, id));
  }

  private static String both(Name name) {
    return name.zh().equals(name.en())
        ? escaped(name.zh())
        : escaped(name.zh()) + "<small>" + escaped(name.en()) + "</small>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
