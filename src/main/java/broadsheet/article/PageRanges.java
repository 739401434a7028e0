package broadsheet.article;

import java.util.ArrayList;
import java.util.List;

/** Formats page numbers in short, with three and more in a row as a range. Stateless. */
final class PageRanges {
  private static final String NUMBER = "[1-9][0-9]{0,6}";

  /** A shorter run of numbers is written out. */
  private static final int SHORTEST = 3;

  /** The most numbers and ranges that are written. */
  private static final int MOST = 8;

  private PageRanges() {}

  /** The labels of pages, with runs of three or more numbers as ranges: {@code 1, 4–9}. */
  static String of(List<String> labels) {
    List<String> ranges = new ArrayList<>();
    int start = 0;
    while (start < labels.size()) {
      int end = start + 1;
      while (end < labels.size() && isNext(labels.get(end - 1), labels.get(end))) {
        end++;
      }
      if (end - start >= SHORTEST) {
        ranges.add(labels.get(start) + "–" + labels.get(end - 1));
      } else {
        ranges.addAll(labels.subList(start, end));
      }
      start = end;
    }
    return ranges.size() <= MOST
        ? String.join(", ", ranges)
        : String.join(", ", ranges.subList(0, MOST - 1)) + " … " + ranges.getLast();
  }

  private static boolean isNext(String label, String next) {
    return label.matches(NUMBER)
        && next.matches(NUMBER)
        && Integer.parseInt(next) == Integer.parseInt(label) + 1;
  }
}
