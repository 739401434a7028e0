package broadsheet.help.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arrows of a flowchart in Mermaid's language, as sentences for pages that draw none. */
final class Flowchart {
  private static final Pattern ARROW =
      Pattern.compile("\\s*(\\w+)(\\S.*?)?\\s*-->(?:\\|(.*?)\\|)?\\s*(\\w+)(.*)");

  private static final Pattern NAME = Pattern.compile("[\\[({\"]+(.*?)[\\])}\"]+");

  private Flowchart() {}

  /** One text for each arrow, such as {@code query → engine (QueryNode)}. */
  static List<String> arrows(String chart) {
    Map<String, String> names = new HashMap<>();
    List<String> arrows = new ArrayList<>();
    for (String line : chart.split("\n", -1)) {
      Matcher arrow = ARROW.matcher(line);
      if (arrow.matches()) {
        String from = named(arrow.group(1), arrow.group(2), names);
        String to = named(arrow.group(4), arrow.group(5), names);
        String label = arrow.group(3) == null ? "" : " (" + arrow.group(3) + ")";
        arrows.add(from + " → " + to + label);
      }
    }
    return arrows;
  }

  /** The words of a node, which stand where it is named first. */
  private static String named(String node, String box, Map<String, String> names) {
    Matcher name = NAME.matcher(box == null ? "" : box);
    if (name.find()) {
      names.put(node, name.group(1).replace("<br/>", ": "));
    }
    return names.getOrDefault(node, node);
  }
}
