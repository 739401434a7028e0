package broadsheet.assistant;

import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.query.ParsedQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the words that stand near matches of a query. */
final class CollocatesTool implements ArchiveTool {
  private static final String QUERY = "query";
  private static final String ORDER = "order";
  private static final String WINDOW = "window";
  private static final String SIZE = "size";
  private static final int USUAL_WINDOW = 5;
  private static final int USUAL_SIZE = 25;
  private static final int MOST_WORDS = 100;
  private static final int LEAST = 2;

  /**
   * Words near the matches.
   *
   * @param matches the number of matches
   * @param words the number of words in all articles
   * @param isSample whether only a sample of the articles was read
   * @param clauses if nothing matches: what each part of the query finds alone
   * @param lookedAt the articles among which nothing was found; null if something was
   */
  record Answer(
      QueryRead query,
      long matches,
      long words,
      boolean isSample,
      List<PartFound> clauses,
      @Nullable String lookedAt,
      List<Collocates.Collocate> collocates) {}

  @Override
  public String name() {
    return "collocates";
  }

  @Override
  public String title() {
    return "Find collocates";
  }

  @Override
  public String description() {
    return "Finds the words that stand near the matches of a query in this news archive more often"
        + " than by chance, without stop words: observed and expected numbers, log-likelihood"
        + " (how sure), MI (how exclusive) and logDice (how typical).";
  }

  @Override
  public Map<String, Object> arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(QUERY, ToolSchemas.query("the word, phrase or any other query"));
    arguments.put(
        WINDOW,
        ToolSchemas.number(
            "words on each side that are near", 1, CollocatesRequest.MOST_WORDS, USUAL_WINDOW));
    arguments.put(
        ORDER,
        ToolSchemas.choice(
            "the measure by which they are sorted",
            Arrays.stream(Association.values()).map(Association::label).toList()));
    arguments.put(SIZE, ToolSchemas.number("words", 1, MOST_WORDS, USUAL_SIZE));
    arguments.putAll(FilterArguments.schemas());
    return arguments;
  }

  @Override
  public List<String> required() {
    return List.of(QUERY);
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    ParsedQuery query = call.query(call.text(QUERY));
    Filters filters = FilterArguments.of(call);
    int window = call.number(WINDOW, USUAL_WINDOW);
    Collocates found =
        engine
            .workbench()
            .collocates(
                new CollocatesRequest(
                    new WordSet(query.root(), filters, true),
                    window,
                    window,
                    false,
                    false,
                    LEAST,
                    Association.named(call.text(ORDER)).orElse(Association.LOG_LIKELIHOOD),
                    call.number(SIZE, USUAL_SIZE)));
    return new Answer(
        QueryRead.of(query, found.notes()),
        found.matches(),
        found.words(),
        !found.extent().isExact(),
        PartFound.ofNothing(found.matches(), query.root(), filters, engine),
        found.matches() > 0 || !found.extent().isExact()
            ? null
            : LookedAt.in(engine, query.root(), filters),
        found.collocates());
  }
}
