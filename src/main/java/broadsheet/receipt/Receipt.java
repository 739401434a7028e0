package broadsheet.receipt;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.result.Completeness;
import broadsheet.operation.ArchiveOperation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The record of a search: what was asked of which archive, and what was found. Its components are
 * the keys of its file. Immutable.
 *
 * @param receipt the number of the format, {@value #FORMAT}
 * @param madeAt when it was made, ISO 8601 in UTC
 * @param query the query, with everything that depends on the time written out
 * @param search every other parameter of the search that decides what is found, defaults included,
 *     by its name in an address, as {@code from} and {@code source}
 * @param archive the archive that was searched
 * @param counts the counts that the page of the search shows
 * @param found the articles that these count, each reprint on its own
 */
public record Receipt(
    int receipt,
    String madeAt,
    Question query,
    Map<String, List<String>> search,
    ArchiveState archive,
    Counts counts,
    ArticleSet found) {

  /** The number of the format. */
  public static final int FORMAT = 1;

  /**
   * A query.
   *
   * @param text as typed
   * @param reading how it was read, in plain words
   * @param day the day from which relative dates such as {@code last:7d} were counted
   * @param dates the calendar days that its dates mean: {@code 2026-11-22..}
   * @param lists the articles that were on each list it names
   */
  public record Question(
      String text, String reading, String day, List<String> dates, List<ListContent> lists) {

    /**
     * @throws IllegalArgumentException when the day is no ISO date
     */
    public Question {
      dates = List.copyOf(dates);
      lists = List.copyOf(lists);
      day(day);
    }

    /** {@link #day} as a date. */
    public LocalDate when() {
      return day(day);
    }

    private static LocalDate day(String iso) {
      try {
        return LocalDate.parse(iso);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("“" + iso + "” is no day", e);
      }
    }
  }

  /**
   * The articles on a list.
   *
   * @param name as the query names it
   * @param content the articles; of very many, only their digest
   */
  public record ListContent(String name, ArticleSet content) {}

  /**
   * The state of an archive and of the program that searched it.
   *
   * @param program the version and build of the program
   * @param indexFormat the version of the index format
   * @param state identifies the state; the same for a copy of it
   * @param articles the number of articles
   * @param builtAt when its last rebuild or update was committed
   * @param names identifies the decisions on names with all corrections; empty if nobody looked for
   *     names
   */
  public record ArchiveState(
      String program, int indexFormat, String state, long articles, String builtAt, String names) {}

  /**
   * Counts of articles.
   *
   * @param total the number of articles; a lower bound unless they are complete
   * @param grouped the number of these that the page groups under another as its reprints
   * @param completeness {@code whole}, or the reason why it is not, as {@code time_up}
   */
  public record Counts(long total, long grouped, String completeness) {

    /**
     * @throws IllegalArgumentException when the completeness is none
     */
    public Counts {
      completeness(completeness);
    }

    /** The counts of a search. */
    static Counts of(long total, long grouped, Completeness completeness) {
      return new Counts(total, grouped, completeness.name().toLowerCase(Locale.ROOT));
    }

    /** Whether all articles were looked at; see {@link Completeness}. */
    @JsonIgnore
    public boolean isComplete() {
      return completeness(completeness).isOfAllArticles();
    }

    private static Completeness completeness(String word) {
      return Completeness.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * @throws IllegalArgumentException when the format is another, the time is no time or a parameter
   *     of the search is wrong
   */
  public Receipt {
    if (receipt != FORMAT) {
      throw new IllegalArgumentException("a receipt of format " + receipt);
    }
    Map<String, List<String>> copy = new LinkedHashMap<>();
    search.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    search = Collections.unmodifiableMap(copy);
    if (search.keySet().stream()
        .anyMatch(name -> ArchiveOperation.SEARCH.parameter(name).isEmpty())) {
      throw new IllegalArgumentException("an unknown parameter of a search: " + search.keySet());
    }
    parameters("", search);
    instant(madeAt);
    instant(archive.builtAt());
  }

  /** The parameters of the search. */
  public SearchParameters parameters() {
    return parameters(query.text(), search);
  }

  private static SearchParameters parameters(String text, Map<String, List<String>> search) {
    List<QueryString.Pair> pairs = new ArrayList<>();
    search.forEach(
        (name, values) -> values.forEach(value -> pairs.add(new QueryString.Pair(name, value))));
    try {
      return SearchParameters.of(new QueryString(pairs)).withText(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void instant(String iso) {
    try {
      Instant.parse(iso);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("“" + iso + "” is no time", e);
    }
  }
}
