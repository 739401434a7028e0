package broadsheet.lucene.meaning;

import broadsheet.engine.Likeness;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.semantic.UnreadableVectorsException;
import broadsheet.query.tree.PlainWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.util.BytesRef;

/**
 * Hybrid retrieval: finds articles near a query's plain words in meaning, and fuses them with those
 * found by words. Both scores are normalized to the same scale and added: Bruch, Gai and Ingber,
 * "An analysis of fusion functions for hybrid retrieval", TOIS 2023. Not thread-safe.
 */
public final class MeaningSearch {

  /** The most articles that are found by meaning. */
  static final int MOST = 100;

  /**
   * Number of passages to fetch per article, because one article may have several of the nearest.
   */
  private static final int PASSAGES_EACH = 3;

  /**
   * The bonus of the nearest article, relative to the best score by words: see docs/semantic.md.
   */
  private static final float WEIGHT = 1;

  /** The share of the time for finding articles by meaning. */
  public static final double SHARE = 0.4;

  private final SearchRequest request;
  private final SearchPlan plan;
  private final MeaningCandidates candidates;
  private final Function<String, QueryEmbeddings> asking;

  /**
   * @param asking makes vectors of a text
   */
  public MeaningSearch(
      CompiledRequest asked,
      MeaningCandidates candidates,
      Function<String, QueryEmbeddings> asking) {
    request = asked.request();
    plan = asked.plan();
    this.candidates = candidates;
    this.asking = asking;
  }

  /** The text whose vectors a search needs; empty if it is by words alone. */
  public static Optional<String> text(SearchRequest request) {
    return request.mode() == SearchMode.LEXICAL || request.sort() != SortOrder.RELEVANCE
        ? Optional.empty()
        : PlainWords.of(request.query()).map(PlainWords::text);
  }

  /**
   * The fused search; by words alone where the request, the query or the archive does not allow
   * more, with a note.
   *
   * @param relaxed the articles found by words where few have them all
   */
  public FusedSearch with(FusedWords relaxed) throws IOException {
    if (request.mode() == SearchMode.LEXICAL) {
      return FusedSearch.without();
    }
    if (request.sort() != SortOrder.RELEVANCE) {
      return FusedSearch.without(Note.Plain.BY_DATE_BY_WORDS);
    }
    Optional<PlainWords> plain = PlainWords.of(request.query());
    if (plain.isEmpty()) {
      return FusedSearch.without(Note.Plain.NO_PLAIN_WORDS);
    }
    QueryEmbeddings meaning = asking.apply(plain.get().text());
    if (meaning.trouble().isPresent()) {
      return FusedSearch.without(new Note.NotByMeaning(meaning.trouble().get()));
    }
    try {
      FusedSearch fused = with(relaxed, nearest(meaning, plain.get()));
      return meaning.shortfall().map(Note.NotByMeaning::new).map(fused::noting).orElse(fused);
    } catch (UnreadableVectorsException e) {
      return FusedSearch.without(new Note.NotByMeaning(QueryVectors.told(e)));
    }
  }

  private FusedSearch with(FusedWords relaxed, List<Evidence> nearest) throws IOException {
    if (nearest.isEmpty()) {
      return FusedSearch.without(Note.Plain.NOTHING_NEAR);
    }
    WordScores full = byWords(FusedWords.FULL, SearchResults.FEW, List.of());
    int wholes = full.best().size();
    boolean isList = plan.first() == Tier.LIST;
    boolean isRelaxed = (isList || wholes < SearchResults.FEW) && !candidates.isCut();
    FusedWords words = isRelaxed ? relaxed : FusedWords.FIRST;
    List<BytesRef> near = nearest.stream().map(each -> each.passage().article()).toList();
    WordScores scores = byWords(words, isRelaxed ? 1 : 0, near);
    List<Float> best = isRelaxed ? scores.best() : full.best();
    float unit = !best.isEmpty() && best.getFirst() > 0 ? best.getFirst() : 1;
    boolean isAsAsked = isList || wholes > 0 || candidates.isCut();
    boolean isFew = wholes < SearchResults.FEW && !candidates.isCut();
    Note note =
        new Note.ByMeaning(
            nearest.size() - scores.among(), isFew ? OptionalInt.of(wholes) : OptionalInt.empty());
    return new FusedSearch(
        Optional.of(new FusedArticles(nearest, WEIGHT * unit, words, isAsAsked)), List.of(note));
  }

  private WordScores byWords(FusedWords words, int most, List<BytesRef> near) throws IOException {
    return candidates.byWords(new WordScores.Wanted(words, most), near);
  }

  /** The articles nearest to the query by the model of each, nearest first. */
  private List<Evidence> nearest(QueryEmbeddings meaning, PlainWords plain) throws IOException {
    List<Evidence> all = new ArrayList<>();
    for (ModelQuery query : meaning.queries()) {
      List<NearPassage> near = closest(candidates.nearest(query, plain, MOST * PASSAGES_EACH));
      Likeness scale = query.scale();
      near.forEach(
          passage ->
              all.add(
                  new Evidence(
                      passage, scale.share(passage.likeness(), near.getFirst().likeness()))));
    }
    all.sort(Comparator.comparingDouble(Evidence::share).reversed());
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /** The closest passage of each article. */
  private static List<NearPassage> closest(List<NearPassage> found) {
    Set<BytesRef> articles = new HashSet<>();
    return found.stream().filter(each -> articles.add(each.article())).limit(MOST).toList();
  }
}
