package broadsheet.web.cite;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchMode;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Counts;
import broadsheet.receipt.Receipts.SearchCitation;
import broadsheet.web.link.CiteAddress;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedMoment;
import broadsheet.web.page.PageFrame;
import broadsheet.web.results.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The page that cites a search.
 *
 * @param frame the page frame
 * @param back the search
 * @param citation one line to print
 * @param facts everything that is recorded of the search but its articles
 * @param receipt the address of the receipt
 * @param remarks sentences on what the receipt cannot show
 */
public record CitePage(
    PageFrame frame,
    String back,
    String citation,
    List<Fact> facts,
    String receipt,
    List<String> remarks) {

  /** A name and its value. */
  public record Fact(String name, String value) {}

  /** The digits of a digest that are printed. */
  private static final int DIGITS = 12;

  /**
   * The page.
   *
   * @param site the public address of the server; empty if it has none
   */
  static CitePage of(PageFrame frame, SearchCitation cited, String site) {
    SearchParameters parameters = cited.parameters();
    String search = parameters.toQueryString().after("/search");
    return new CitePage(
        frame,
        search,
        line(cited, site.isEmpty() ? "" : " " + site + search),
        facts(cited),
        CiteAddress.receipt(parameters),
        remarks(cited));
  }

  private static String line(SearchCitation cited, String address) {
    ArchiveState archive = cited.archive();
    List<String> choices = new ArrayList<>();
    choices.add("read as: " + cited.reading());
    Chip.of(cited.parameters())
        .forEach(chip -> choices.add(chip.name().toLowerCase(Locale.ROOT) + " " + chip.value()));
    choices.addAll(modes(cited.parameters()));
    String text = cited.parameters().text();
    return "%s (%s), %s. %s of %s. Broadsheet %s, archive of %s (%s), searched %s.%s"
        .formatted(
            text.isBlank() ? "Search without a query" : "Search for “%s”".formatted(text),
            String.join("; ", choices),
            order(cited.parameters()).toLowerCase(Locale.ROOT),
            found(cited.counts()),
            FormattedCount.of(archive.articles(), "article"),
            archive.program(),
            FormattedMoment.of(archive.builtAt()),
            state(archive.state()),
            FormattedMoment.of(cited.madeAt()),
            address);
  }

  private static String found(Counts counts) {
    return (counts.isComplete() ? "" : "At least ") + FormattedCount.of(counts.total());
  }

  private static String state(String digest) {
    return "state " + digest.substring(0, DIGITS);
  }

  private static String order(SearchParameters parameters) {
    return switch (parameters.sort()) {
      case RELEVANCE -> "By relevance";
      case NEWEST -> "Newest first";
      case OLDEST -> "Oldest first";
      case ADDED -> "Recently added first";
    };
  }

  private static List<String> modes(SearchParameters parameters) {
    List<String> modes = new ArrayList<>();
    if (parameters.match() != Match.AUTO) {
      modes.add(parameters.match() == Match.ALL ? "all words" : "enough of the words");
    }
    if (parameters.mode() == SearchMode.HYBRID) {
      modes.add("by words and by meaning");
    }
    return modes;
  }

  private static List<Fact> facts(SearchCitation cited) {
    List<Fact> facts = new ArrayList<>();
    SearchParameters parameters = cited.parameters();
    ArchiveState archive = cited.archive();
    facts.add(new Fact("Query", parameters.text().isBlank() ? "none" : parameters.text()));
    facts.add(new Fact("Read as", cited.reading()));
    Chip.of(parameters).forEach(chip -> facts.add(new Fact(chip.name(), chip.value())));
    facts.add(new Fact("Order", order(parameters)));
    modes(parameters).forEach(mode -> facts.add(new Fact("Found", mode)));
    facts.add(new Fact("Articles", found(cited.counts())));
    facts.add(new Fact("Reprints", reprints(parameters, cited.counts())));
    facts.add(new Fact("Searched", FormattedMoment.of(cited.madeAt())));
    facts.add(
        new Fact(
            "Archive",
            "%s, of %s, %s"
                .formatted(
                    FormattedCount.of(archive.articles(), "article"),
                    FormattedMoment.of(archive.builtAt()),
                    state(archive.state()))));
    facts.add(
        new Fact(
            "Program",
            "Broadsheet %s, index format %s".formatted(archive.program(), archive.indexFormat())));
    if (!archive.names().isEmpty()) {
      facts.add(
          new Fact(
              "Names",
              "as of %s, %s"
                  .formatted(FormattedMoment.of(archive.builtAt()), state(archive.names()))));
    }
    return facts;
  }

  private static String reprints(SearchParameters parameters, Counts counts) {
    return parameters.showsDuplicates()
        ? "each listed"
        : counts.grouped() == 0
            ? "none grouped"
            : FormattedCount.of(counts.grouped()) + " of these grouped under another article";
  }

  private static List<String> remarks(SearchCitation cited) {
    List<String> remarks = new ArrayList<>();
    if (!cited.counts().isComplete()) {
      remarks.add(
          "Not all articles could be looked at in time, so the receipt of this search cannot be"
              + " compared with a later one. Narrow the search.");
    }
    if (cited.parameters().mode() == SearchMode.HYBRID) {
      remarks.add(
          "The receipt lists articles that are found by words, not those by meaning alone.");
    }
    return remarks;
  }
}
