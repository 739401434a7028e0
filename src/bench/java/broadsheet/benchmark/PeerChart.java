package broadsheet.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A picture of the table that {@link PeerMeasure} printed for four clients, in {@code
 * docs/benchmarks.md}: bars for each server's time, as SVG, in the reader's light or dark colours.
 */
final class PeerChart {

  private static final String TABLE = "\n| four clients |";

  /** The name of a server and its two times, with or without a ratio. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+?) \\| ([\\d.]+)[^|]*\\| ([\\d.]+)[^|]*\\|.*$");

  private static final int WIDTH = 760;
  private static final int MARGIN = 24;

  /** The left end of the bars. */
  private static final int AXIS = 190;

  /** The length of the longest bar. */
  private static final int LONGEST = 480;

  private static final int BAR = 20;
  private static final int LINE = 30;
  private static final int HEAD = 44;

  private static final String STYLE =
      """
      .paper { fill: #fbf9f4 } text { fill: #1c1a17; font: 14px "Helvetica Neue", Arial, sans-serif }
      .head { font-weight: bold } .soft { fill: #5a554b } .name { text-anchor: end }
      .ours { fill: #8c1c13 } .bar { fill: #9b9384 }
      @media (prefers-color-scheme: dark) {
        .paper { fill: #1c1a17 } text { fill: #f3efe5 } .soft { fill: #b8b0a0 }
        .ours { fill: #e0705f } .bar { fill: #7d7668 }
      }
      """;

  /** Milliseconds an answer. */
  private record Server(String name, double counting, double notCounting) {}

  private final List<Server> servers;
  private final double slowest;
  private final StringBuilder svg = new StringBuilder();
  private int y = MARGIN;

  private PeerChart(List<Server> servers) {
    this.servers = servers;
    slowest =
        servers.stream()
            .mapToDouble(server -> Math.max(server.counting, server.notCounting))
            .max()
            .orElseThrow();
  }

  /**
   * @param page the text of {@code docs/benchmarks.md}
   */
  static String of(String page) {
    String table = page.substring(page.indexOf(TABLE));
    List<Server> servers =
        ROW.matcher(table.substring(0, table.indexOf("\n\n")))
            .results()
            .map(
                row ->
                    new Server(
                        row.group(1),
                        Double.parseDouble(row.group(2)),
                        Double.parseDouble(row.group(3))))
            .toList();
    return new PeerChart(servers).drawn();
  }

  private String drawn() {
    group("Ten hits, marks, snippets, total, facets and timeline", Server::counting);
    group("The same without facets and timeline", Server::notCounting);
    text("soft", MARGIN, "Milliseconds of processor time an answer over HTTP: shorter is better");
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
    <title>Processor time of an answer from Broadsheet and other servers</title>
    <style>
    %3$s</style>
    <rect class="paper" width="%1$s" height="%2$s" rx="8"/>
    %4$s</svg>
    """
        .formatted(WIDTH, y + MARGIN - LINE / 2, STYLE, svg);
  }

  private void group(String heading, ToDoubleFunction<Server> time) {
    text("head", MARGIN, heading);
    for (Server server : servers) {
      double length = LONGEST * time.applyAsDouble(server) / slowest;
      String bar = server.equals(servers.getFirst()) ? "ours" : "bar";
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
              bar,
              AXIS,
              y,
              length,
              BAR));
      label("name", AXIS - 10, server.name());
      label(
          "value",
          AXIS + 8 + (int) length,
          String.format(Locale.ROOT, "%.2f", time.applyAsDouble(server)));
      y += LINE;
    }
    y += HEAD - LINE;
  }

  /** A line of its own. */
  private void text(String style, int x, String text) {
    label(style, x, text);
    y += LINE;
  }

  private void label(String style, int x, String text) {
    svg.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n".formatted(style, x, y + BAR - 5, text));
  }
}
