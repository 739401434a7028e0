package broadsheet.web.iiif;

import broadsheet.article.PrintedPage;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkPlaces;
import broadsheet.engine.result.MarkPlaces.MarkBox;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.query.QueryNode;
import broadsheet.web.issues.Newspapers;
import broadsheet.web.link.IiifAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the matches of a query in an issue, with their places on its pages. Stateless. */
record IssueSearch(SearchEngine engine) {
  private static final int MOST_ARTICLES = SearchRequest.MAX_SIZE;
  private static final int MOST_MATCHES = 1_000;

  /** Number of characters to show around a match. */
  private static final int AROUND = 60;

  /**
   * The matches in the best {@value #MOST_ARTICLES} articles, by article; at most about {@value
   * #MOST_MATCHES}.
   */
  List<IssueMatch> matches(QueryNode query, IiifAddress issue, IssueCanvases canvases) {
    SearchRequest request =
        new SearchRequest(
                query,
                Newspapers.on(issue.newspaper(), issue.day()),
                SortOrder.RELEVANCE,
                1,
                MOST_ARTICLES)
            .unfolded()
            .withoutCounts();
    List<IssueMatch> matches = new ArrayList<>();
    for (Hit hit : engine.search(request).hits()) {
      if (matches.size() < MOST_MATCHES) {
        engine.find(hit.id(), query).ifPresent(article -> add(article, canvases, matches));
      }
    }
    return matches;
  }

  private static void add(MarkedArticle article, IssueCanvases canvases, List<IssueMatch> matches) {
    Map<Integer, List<String>> targets = new TreeMap<>();
    MarkPlaces.boxes(article.article().positions(), article.title(), article.paragraphs())
        .forEach(
            box ->
                canvases
                    .part(page(article, box), box.box())
                    .ifPresent(
                        part ->
                            targets.computeIfAbsent(box.mark(), _ -> new ArrayList<>()).add(part)));
    int number = 0;
    for (MarkedText text :
        Stream.concat(Stream.of(article.title()), article.paragraphs().stream()).toList()) {
      for (MarkedText.Mark mark : text.marks()) {
        List<String> its = targets.getOrDefault(number++, List.of());
        if (!its.isEmpty()) {
          matches.add(match(text.text(), mark, its));
        }
      }
    }
  }

  private static PrintedPage page(MarkedArticle article, MarkBox box) {
    return (PrintedPage) article.article().positions().parts().get(box.page());
  }

  private static IssueMatch match(String text, MarkedText.Mark mark, List<String> targets) {
    int from = Math.max(0, mark.start() - AROUND);
    int to = Math.min(text.length(), mark.end() + AROUND);
    int first = from == 0 ? 0 : Math.min(text.indexOf(' ', from) + 1, mark.start());
    int last = to == text.length() ? to : Math.max(text.lastIndexOf(' ', to), mark.end());
    return new IssueMatch(
        text.substring(first, mark.start()),
        text.substring(mark.start(), mark.end()),
        text.substring(mark.end(), last),
        targets);
  }

  /**
   * A match of a query in an issue. Immutable.
   *
   * @param before the text before it
   * @param exact the text that matched
   * @param after the text after it
   * @param targets its places in print, as parts of canvases; several if it crosses lines; never
   *     empty
   */
  record IssueMatch(String before, String exact, String after, List<String> targets) {
    IssueMatch {
      targets = List.copyOf(targets);
    }
  }
}
