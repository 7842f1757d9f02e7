package io.campustwin.simulator.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;

/** The score sheet as one HTML page without scripts or outside files, Chinese first, English second; prints on A4. */
public final class Report {
  private static final String STYLE =
      "body{font:14px/1.5 sans-serif;margin:2em;color:#1a1a1a}table{border-collapse:collapse;width:100%}"
          + "th,td{border:1px solid #999;padding:4px 6px;text-align:left;vertical-align:top}"
          + "th{background:#eee}.met{color:#0a6b2d}.not-met{color:#a11}.undecided{color:#555}"
          + "small{color:#444;display:block}tr{page-break-inside:avoid}@page{size:A4;margin:15mm}";

  private Report() {}

  public static String html(EvaluationResult result) {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n");
    String zh = escape(result.standard().title().zh());
    page.append("<meta charset=\"utf-8\">\n<title>").append(zh).append("</title>\n");
    page.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
    page.append("<h1>").append(zh).append("</h1>\n<p lang=\"en\">");
    page.append(escape(result.standard().title().en())).append("</p>\n");
    summary(page, result);
    page.append("<table>\n<thead><tr><th>编号<small lang=\"en\">Id</small></th>")
        .append("<th>指标<small lang=\"en\">Indicator</small></th>")
        .append("<th>方式<small lang=\"en\">Mode</small></th>")
        .append("<th>结论<small lang=\"en\">Verdict</small></th>")
        .append("<th>得分<small lang=\"en\">Points</small></th>")
        .append("<th>依据<small lang=\"en\">Figures and reason</small></th></tr></thead>\n<tbody>\n");
    result.judgements().forEach(item -> row(page, item));
    page.append("</tbody>\n</table>\n<p>校园与运行均为仿真或模型数据时，仅作设计评审。")
        .append("<small lang=\"en\">Figures that are simulated or taken from the model serve a")
        .append(" design review; no standard is passed on software alone.</small></p>\n");
    return page.append("</body>\n</html>\n").toString();
  }

  private static void summary(StringBuilder page, EvaluationResult result) {
    page.append("<p>校园 Campus: <b>").append(escape(result.campus())).append("</b> · ");
    page.append("种子 Seed: ").append(result.seed()).append(" · 得分 Points: <b>");
    page.append(points(result.awarded())).append(" / ").append(points(result.max()));
    page.append("</b></p>\n<p>");
    for (Judgement.Verdict verdict : Judgement.Verdict.values()) {
      page.append(word(verdict)).append(": ").append(result.count(verdict)).append(" &nbsp; ");
    }
    page.append("</p>\n<p><small>SHA-256 ").append(result.hash()).append("</small></p>\n");
  }

  private static void row(StringBuilder page, Judgement item) {
    page.append("<tr><td>").append(escape(item.indicator().id())).append("</td><td>");
    page.append(escape(item.indicator().name().zh())).append("<small lang=\"en\">");
    page.append(escape(item.indicator().name().en())).append("</small></td><td>");
    page.append(item.indicator().mode().word()).append("</td><td class=\"");
    page.append(item.verdict().word()).append("\">").append(word(item.verdict()));
    page.append("</td><td>").append(points(item.awarded())).append(" / ");
    page.append(points(item.max())).append("</td><td>");
    for (Measure measure : item.measures()) {
      page.append(escape(text(measure))).append("<br>");
    }
    page.append(escape(item.reason().zh())).append("<small lang=\"en\">");
    page.append(escape(item.reason().en())).append("</small></td></tr>\n");
  }

  private static String text(Measure measure) {
    return String.format(
        Locale.ROOT,
        "%s = %.4g %s (%s %.4g, %s, %s%s)",
        measure.name(),
        measure.value(),
        measure.unit(),
        measure.op(),
        measure.threshold(),
        measure.basis(),
        measure.origin(),
        measure.run().isEmpty() ? "" : ", " + measure.run());
  }

  private static String word(Judgement.Verdict verdict) {
    return switch (verdict) {
      case MET -> "达到 met";
      case PARTLY -> "部分达到 partly";
      case NOT_MET -> "未达到 not met";
      case UNDECIDED -> "待定 undecided";
    };
  }

  private static String points(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4g", value.getAsDouble()) : "–";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
