package broadsheet.cli;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.FoundBy;
import broadsheet.engine.result.FoundCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.Printable;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.PartLabel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints hits for people, with matches in colour on a terminal and between asterisks elsewhere. */
final class ResultPrinter {

  private static final String MARK_ON = "\u001B[1;33m";
  private static final String DIM_ON = "\u001B[2m";
  private static final String OFF = "\u001B[0m";

  private final PrintWriter out;
  private final boolean isColoured;

  ResultPrinter(PrintWriter out, boolean isColoured) {
    this.out = out;
    this.isColoured = isColoured;
  }

  /**
   * @param lookedAt what was looked at, where nothing was found or the oldest comes first
   */
  void print(
      ParsedQuery query, SearchRequest request, SearchResults results, Optional<String> lookedAt) {
    String found = FoundCount.of(results);
    out.printf(
        Locale.ROOT,
        found.endsWith(".") ? "%s In %d ms, read as: %s%n" : "%s in %d ms, read as: %s%n",
        found,
        results.took().toMillis(),
        Printable.line(query.reading()));
    Stream.concat(query.notes().stream(), Note.texts(results.notes()).stream())
        .forEach(note -> out.println(dim("Note: " + note)));
    results.clauses().forEach(this::print);
    lookedAt.ifPresent(text -> out.println(dim(text)));
    results.didYouMean().forEach(text -> out.println("Did you mean: " + text));
    results.dateInstead().forEach(text -> out.println("Published in: " + text));
    int number = (request.page() - 1) * request.size();
    int place = 0;
    for (Hit hit : results.hits()) {
      if (place++ == results.tiers().onPage() && results.tiers().all() > 0) {
        out.printf("%n%s%n", dim(results.tiers().note().map(Note::text).orElse("")));
      }
      print(++number, hit);
    }
  }

  private void print(ClauseCount clause) {
    out.printf(
        Locale.ROOT, "  %,8d  %s alone%n", clause.count(), CanonicalText.of(clause.clause()));
  }

  private void print(int number, Hit hit) {
    out.println();
    out.printf("%s. %s%n", number, marked(hit.title()));
    out.printf("   %s%n", dim(String.join(" · ", facts(hit))));
    if (hit.foundBy() == FoundBy.MEANING) {
      out.printf("   %s%n", dim("by meaning: the closest passage"));
    }
    if (!hit.missing().isEmpty()) {
      out.printf("   %s%n", dim("missing: " + String.join(", ", hit.missing())));
    }
    hit.snippets().forEach(snippet -> out.printf("   %s%n", marked(snippet)));
  }

  private List<String> facts(Hit hit) {
    return Stream.of(
            Stream.of(Printable.line(hit.id())),
            Stream.of(hit.publishedAt().isKnown() ? hit.publishedAt().iso() : "undated"),
            shown(hit, FacetField.SOURCE),
            shown(hit, FacetField.SECTION),
            shown(hit, FacetField.AUTHOR),
            matched(hit),
            Stream.of(Printable.line(PartLabel.of(hit.positions()))).filter(p -> !p.isEmpty()))
        .flatMap(facts -> facts)
        .toList();
  }

  private Stream<String> shown(Hit hit, FacetField facet) {
    return hit.values(facet).stream().map(this::marked);
  }

  /** The values that match the query and are not printed elsewhere. */
  private Stream<String> matched(Hit hit) {
    return hit.matched().values().stream().flatMap(List::stream).map(this::marked);
  }

  private String marked(MarkedText text) {
    String on = isColoured ? MARK_ON : "*";
    String off = isColoured ? OFF : "*";
    StringBuilder marked = new StringBuilder();
    int end = 0;
    for (MarkedText.Mark mark : text.marks()) {
      marked.append(Printable.line(text.text().substring(end, mark.start())));
      String word = text.text().substring(mark.start(), mark.end());
      marked.append(on).append(Printable.line(word)).append(off);
      end = mark.end();
    }
    return marked.append(Printable.line(text.text().substring(end))).toString();
  }

  private String dim(String text) {
    return isColoured ? DIM_ON + text + OFF : text;
  }
}
