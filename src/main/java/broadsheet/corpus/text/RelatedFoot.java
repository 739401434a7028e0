package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts off the related headlines at the foot of an article, which begin with a heading such as
 * {@code Related News}. Immutable.
 *
 * @param before the lines above the heading; all lines if there is none
 * @param headlines clean, without bullets and list commas
 */
public record RelatedFoot(List<String> before, List<String> headlines) {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?iu)(?:related(?: (?:news|articles?|stor(?:y|ies)|posts?|links|topics|content|reading"
              + "|coverage))?|read (?:more|also|next)|also read|see also|more (?:on this"
              + "|stories|news)|you may also like|recommended) ?:?");

  private static final Pattern BULLET = Pattern.compile("^[-–—*•·▪►>] *");
  private static final Pattern LIST_END = Pattern.compile("[,;\\s]+$");
  private static final int MOST_HEADLINES = 12;
  private static final int LONGEST_HEADLINE = 250;

  /**
   * Looks for the foot of a text. A heading with too many or too long lines below it does not
   * count.
   */
  public static RelatedFoot of(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      String line = CleanText.line(lines.get(i));
      if (HEADING.matcher(line).matches()) {
        List<String> below = below(lines.subList(i + 1, lines.size()));
        if (canBeHeadlines(below)) {
          return new RelatedFoot(lines.subList(0, i), headlines(below));
        }
      }
    }
    return new RelatedFoot(lines, List.of());
  }

  private static List<String> below(List<String> lines) {
    return CleanText.lines(lines).stream()
        .filter(line -> !HEADING.matcher(line).matches())
        .toList();
  }

  private static boolean canBeHeadlines(List<String> lines) {
    return lines.size() <= MOST_HEADLINES
        && lines.stream().allMatch(line -> line.length() <= LONGEST_HEADLINE);
  }

  private static List<String> headlines(List<String> lines) {
    List<String> headlines = new ArrayList<>();
    for (String line : lines) {
      String headline = LIST_END.matcher(BULLET.matcher(line).replaceFirst("")).replaceFirst("");
      if (!headline.isEmpty()) {
        headlines.add(headline);
      }
    }
    return List.copyOf(headlines);
  }
}
