package broadsheet.web.story;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.MarkPlaces;
import broadsheet.engine.result.MarkPlaces.MarkPlace;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.web.link.PartAddress;
import broadsheet.web.page.PartLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pages or files of an article as a strip of links. An article of more than {@value
 * PartAddress#MOST_SHOWN} is shown in stretches of so many.
 *
 * @param links the strip; none if the article has a single part
 * @param from the index of the first paragraph that is shown
 * @param to the index after the last paragraph that is shown
 * @param shown the stretch that is shown, such as {@code page 201 to page 400 of 2,000}; empty if
 *     it is the whole article
 * @param before the stretch before it; null if there is none
 * @param after the stretch after it; null if there is none
 */
public record ArticleParts(
    List<PartLink> links,
    int from,
    int to,
    String shown,
    @Nullable String before,
    @Nullable String after) {
  /** A strip has about so many links besides those to parts with matches. */
  private static final int USUAL_LINKS = 100;

  private static final int MOST_MATCHED = 200;

  /**
   * A link to a part.
   *
   * @param label the page number as printed, or the name of the file
   * @param matches the number of matches in it
   */
  public record PartLink(String label, String name, int matches, String href) {}

  /**
   * The parts of an article.
   *
   * @param wanted the number of the part that is asked for, from 1
   */
  static ArticleParts of(
      MarkedArticle marked, List<PartStart> starts, int wanted, SearchParameters search) {
    int paragraphs = marked.paragraphs().size();
    if (starts.isEmpty()) {
      return new ArticleParts(List.of(), 0, paragraphs, "", null, null);
    }
    Strip strip = new Strip(marked, starts, search);
    int most = PartAddress.MOST_SHOWN;
    int first =
        IntStream.range(0, starts.size())
                .filter(i -> starts.get(i).index() == wanted - 1)
                .findFirst()
                .orElse(0)
            / most
            * most;
    int next = first + most;
    boolean isLast = next >= starts.size();
    PartStart last = starts.get(Math.min(next, starts.size()) - 1);
    boolean isWhole = first == 0 && isLast;
    return new ArticleParts(
        strip.links(),
        first == 0 ? 0 : starts.get(first).paragraph(),
        isLast ? paragraphs : starts.get(next).paragraph() + 1,
        isWhole ? "" : PartLabel.of(starts.get(first).part()) + " to " + PartLabel.of(last.part()),
        first == 0 ? null : strip.href(starts.get(first - most)),
        isLast ? null : strip.href(starts.get(next)));
  }

  /** Makes the links. */
  private record Strip(MarkedArticle marked, List<PartStart> starts, SearchParameters search) {

    List<PartLink> links() {
      Map<Integer, Integer> matches = matches();
      int step = 1;
      while (starts.size() / step > USUAL_LINKS) {
        step *= 10;
      }
      List<PartLink> links = new ArrayList<>();
      int matched = 0;
      for (int i = 0; i < starts.size(); i++) {
        PartStart start = starts.get(i);
        int its = matches.getOrDefault(start.index(), 0);
        matched += its > 0 ? 1 : 0;
        boolean isRegular = i == 0 || (i + 1) % step == 0;
        if (isRegular || (its > 0 && matched <= MOST_MATCHED)) {
          String name = PartLabel.of(start.part());
          links.add(new PartLink(start.part().label(), name, its, href(start)));
        }
      }
      return links;
    }

    /** The number of marks that begin in each part. */
    private Map<Integer, Integer> matches() {
      Map<Integer, Integer> matches = new HashMap<>();
      Set<Integer> counted = new HashSet<>();
      for (MarkPlace place :
          MarkPlaces.of(marked.article().positions(), marked.title(), marked.paragraphs())) {
        if (counted.add(place.mark())) {
          matches.merge(place.part(), 1, Integer::sum);
        }
      }
      return matches;
    }

    String href(PartStart start) {
      int parts = marked.article().positions().parts().size();
      return PartAddress.of(marked.article().id(), search, start.index() + 1, parts);
    }
  }
}
