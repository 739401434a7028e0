package broadsheet.web.story;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.MarkPlaces;
import broadsheet.engine.result.MarkPlaces.MarkPlace;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.web.link.PartAddress;
import broadsheet.web.page.PartLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages or files of an article as a strip of links. A long article is shown in stretches; one
 * without pages and files has its stretches as the strip.
 *
 * @param links the strip; none if the article has a single part
 * @param from the index of the first paragraph that is shown
 * @param to the index after the last paragraph that is shown
 * @param shown the stretch that is shown, such as {@code page 201 to page 400 of 2,000}; empty if
 *     it is the whole article
 * @param before the stretch before it; null if there is none
 * @param after the stretch after it; null if there is none
 * @param whole the address of the whole article
 * @param matches the pages of matches that are not shown
 */
public record ArticleParts(
    List<PartLink> links,
    int from,
    int to,
    String shown,
    @Nullable String before,
    @Nullable String after,
    String whole,
    Matches matches) {
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
   * Pages of the same article; each is empty if there is none, or if it is the one that is shown.
   *
   * @param first the page of the first match
   * @param last the page of the last match
   * @param before the nearest page before this one that has matches
   * @param after the nearest page after this one that has matches
   */
  public record Matches(String first, String last, String before, String after) {
    /** All matches are shown. */
    public static final Matches NONE = new Matches("", "", "", "");
  }

  /** The parts of an article, and the stretch that is asked for. */
  static ArticleParts of(
      MarkedArticle marked, List<PartStart> starts, WantedPart wanted, SearchParameters search) {
    List<BodyStretch> stretches = BodyStretch.of(marked, starts);
    Strip strip = new Strip(marked, starts, search, stretches);
    String whole = PartAddress.stretch(marked.article().id(), search, PartAddress.ALL);
    if (wanted.isWhole() || stretches.size() == 1) {
      int paragraphs = marked.paragraphs().size();
      return new ArticleParts(strip.links(), 0, paragraphs, "", null, null, whole, Matches.NONE);
    }
    int at = strip.shown(wanted);
    BodyStretch shown = stretches.get(at);
    return new ArticleParts(
        strip.links(),
        shown.from(),
        shown.to(),
        strip.name(at),
        at == 0 ? null : strip.stretch(at - 1),
        at == stretches.size() - 1 ? null : strip.stretch(at + 1),
        whole,
        strip.matches(at));
  }

  /** The value of {@code part} for the stretch with a place of the body; empty if it is whole. */
  static Optional<String> holding(MarkedArticle marked, int offset) {
    List<PartStart> starts = PartStart.of(marked.article());
    List<BodyStretch> stretches = BodyStretch.of(marked, starts);
    int paragraph = 0;
    int end = 0;
    for (MarkedText text : marked.paragraphs()) {
      end += text.text().length() + 1;
      paragraph += end <= offset ? 1 : 0;
    }
    int at = paragraph;
    return IntStream.range(0, stretches.size())
        .filter(i -> stretches.size() > 1 && stretches.get(i).has(at))
        .mapToObj(i -> new Strip(marked, starts, SearchParameters.none(), stretches).number(i))
        .findFirst();
  }

  /** Makes the links. */
  private record Strip(
      MarkedArticle marked,
      List<PartStart> starts,
      SearchParameters search,
      List<BodyStretch> stretches) {

    /** The index of the stretch to show. */
    int shown(WantedPart wanted) {
      if (wanted.number() > 0 && starts.isEmpty()) {
        return Math.min(wanted.number(), stretches.size()) - 1;
      }
      List<Integer> all =
          IntStream.range(0, stretches.size())
              .filter(i -> isWanted(stretches.get(i), wanted))
              .boxed()
              .toList();
      return matched()
          .filter(all::contains)
          .findFirst()
          .or(() -> all.stream().findFirst())
          .orElse(0);
    }

    private boolean isWanted(BodyStretch stretch, WantedPart wanted) {
      if (wanted.number() == 0) {
        return wanted.paragraph().isEmpty() || stretch.has(wanted.paragraph().getAsInt());
      }
      boolean isPiece = wanted.piece() == 0 || wanted.piece() == stretch.piece();
      return isPiece
          && starts.subList(stretch.first(), stretch.next()).stream()
              .anyMatch(start -> start.index() == wanted.number() - 1);
    }

    Matches matches(int shown) {
      return new Matches(
          first(shown),
          last(shown),
          page(matched().filter(i -> i < shown).reduce((_, later) -> later), shown),
          page(matched().filter(i -> i > shown).findFirst(), shown));
    }

    /** The page of the first match, if that is in the body. */
    private String first(int shown) {
      boolean isAbove = marked.title().isMarked() || marked.standfirst().isMarked();
      return isAbove ? "" : page(matched().findFirst(), shown);
    }

    /** The page of the last match, if that is in the body. */
    private String last(int shown) {
      boolean isBelow = marked.captions().stream().anyMatch(MarkedText::isMarked);
      return isBelow ? "" : page(matched().reduce((_, later) -> later), shown);
    }

    private Stream<Integer> matched() {
      return IntStream.range(0, stretches.size())
          .filter(i -> stretches.get(i).matches(marked.paragraphs()) > 0)
          .boxed();
    }

    private String page(Optional<Integer> at, int shown) {
      return at.filter(i -> i != shown)
          .map(i -> PartAddress.page(marked.article().id(), search, number(i)))
          .orElse("");
    }

    /** The value of {@code part} for a stretch. */
    String number(int at) {
      if (starts.isEmpty()) {
        return Integer.toString(at + 1);
      }
      BodyStretch stretch = stretches.get(at);
      int number = starts.get(stretch.first()).index() + 1;
      return stretch.piece() == 0 ? Integer.toString(number) : number + "." + stretch.piece();
    }

    String stretch(int at) {
      return starts.isEmpty() || stretches.get(at).piece() > 0
          ? PartAddress.stretch(marked.article().id(), search, number(at))
          : href(starts.get(stretches.get(at).first()));
    }

    String name(int at) {
      if (starts.isEmpty()) {
        return "part " + number(at) + " of " + stretches.size();
      }
      BodyStretch stretch = stretches.get(at);
      String first = PartLabel.of(starts.get(stretch.first()).part());
      String last = PartLabel.of(starts.get(stretch.next() - 1).part());
      String pieces = stretch.piece() == 0 ? "" : ", " + stretch.piece() + " of " + pieces(stretch);
      return (first.equals(last) ? first : first + " to " + last) + pieces;
    }

    private long pieces(BodyStretch stretch) {
      return stretches.stream().filter(each -> each.first() == stretch.first()).count();
    }

    /** The stretches of a text without pages. */
    private List<PartLink> stretchLinks() {
      return IntStream.range(0, stretches.size() > 1 ? stretches.size() : 0)
          .mapToObj(
              i ->
                  new PartLink(
                      number(i),
                      "part " + number(i),
                      stretches.get(i).matches(marked.paragraphs()),
                      stretch(i)))
          .toList();
    }

    List<PartLink> links() {
      if (starts.isEmpty()) {
        return stretchLinks();
      }
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
      return PartAddress.of(marked.article().id(), search, start.index() + 1, stretches.size() > 1);
    }
  }
}
