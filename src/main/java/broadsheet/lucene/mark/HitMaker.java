package broadsheet.lucene.mark;

import broadsheet.article.Article;
import broadsheet.article.Headline;
import broadsheet.article.Positions;
import broadsheet.engine.result.FoundBy;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.HitPositions;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.OtherVersions;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.Lineage;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Reads hits from the index and marks their matches. Not thread-safe. */
public final class HitMaker {

  private static final List<QueryField> LABELS =
      Arrays.stream(QueryField.values())
          .filter(field -> field.kind() == QueryField.Kind.KEYWORD && field != QueryField.ID)
          .toList();

  private final ReaderSnapshot snapshot;
  private final StoredFields stored;
  private final Optional<MatchMarker> marker;
  private final Optional<MissingUnits> missing;
  private final Deadline deadline;
  private final SnippetMaker snippets = new SnippetMaker();
  private final Optional<AnswerFinder> answers;

  /**
   * @param marker empty when nothing is marked
   * @param deadline hits read after it are not marked
   */
  public HitMaker(ReaderSnapshot snapshot, Optional<MatchMarker> marker, Deadline deadline)
      throws IOException {
    this(snapshot, marker, Optional.empty(), Optional.empty(), deadline);
  }

  private HitMaker(
      ReaderSnapshot snapshot,
      Optional<MatchMarker> marker,
      Optional<MissingUnits> missing,
      Optional<AnswerFinder> answers,
      Deadline deadline)
      throws IOException {
    this.snapshot = snapshot;
    this.stored = snapshot.storedFields();
    this.marker = marker;
    this.missing = missing;
    this.answers = answers;
    this.deadline = deadline;
  }

  /**
   * Makes the hits of a tier, with the units that they lack where some are optional.
   *
   * @param words the query whose matches are marked in the text
   */
  public static HitMaker of(CompiledRequest asked, Tier tier, Query words) throws IOException {
    SearchBudget budget = asked.budget();
    Optional<Relaxation> units = asked.plan().relaxation(tier);
    return new HitMaker(
        budget.snapshot(),
        MatchMarker.within(budget, words),
        units.isPresent()
            ? Optional.of(new MissingUnits(units.get(), asked.compiler(), budget.inspector()))
            : Optional.empty(),
        QuestionWords.of(asked).map(AnswerFinder::new),
        budget.whole());
  }

  /** Hits in the order in which they are read and marked in one pass over the index. */
  public static List<ScoreDoc> ascending(List<ScoreDoc> hits) {
    return hits.stream().sorted(Comparator.comparingInt(hit -> hit.doc)).toList();
  }

  /** The article of a hit. */
  public StoredArticle article(ScoreDoc found) throws IOException {
    return new StoredArticle(stored.document(found.doc));
  }

  /**
   * Makes a hit of the results.
   *
   * @param similar the number of hits grouped under it
   * @param article the article of the hit, see {@link #article}
   */
  public Hit hit(ScoreDoc found, long similar, StoredArticle article) throws IOException {
    MatchMarker.Matched matched = matched(found.doc);
    MarkedText title = matched.text(QueryField.TITLE, article);
    Passage.Source body = matched.source(QueryField.BODY, article);
    List<Passage.Source> texts =
        List.of(
            matched.source(QueryField.STANDFIRST, article),
            matched.source(QueryField.DATELINE, article),
            body,
            matched.source(QueryField.CAPTION, article),
            matched.source(QueryField.CORRECTION, article),
            matched.source(QueryField.RELATED, article));
    List<Passage.Source> shown = SetAside.from(texts, article);
    String language = StemmedLanguages.of(article.text(QueryField.LANGUAGE));
    MarkedText headline =
        title.text().isEmpty() ? headline(shown.get(2), shown.getFirst(), shown.get(3)) : title;
    return new Hit(
        article.id(),
        headline,
        snippets.of(language, headline, opening(shown)),
        values(article, matched),
        article.publishedAt(),
        Added.time(Added.of(snapshot.getIndexReader(), found.doc)),
        article.text(QueryField.URL),
        similar,
        found.score,
        FoundBy.WORDS,
        missing.isPresent() ? missing.get().in(found.doc) : List.of(),
        positions(article, title, body.text()),
        versions(found.doc),
        answers.map(finder -> finder.in(language, title, shown)).orElse(List.of()));
  }

  private static HitPositions positions(StoredArticle article, MarkedText title, MarkedText body) {
    Positions positions = article.positions();
    String location = article.places().getFirst().location();
    return HitPositions.of(positions, title, body).in(HitPositions.file(positions, location));
  }

  /**
   * A hit by meaning, with nothing marked.
   *
   * @param plain the hit as found by words
   * @param article its article
   * @param closest its passage that is nearest in meaning
   */
  public Hit byMeaning(Hit plain, StoredArticle article, NearPassage closest) {
    String body = article.text(QueryField.BODY);
    boolean isThere = closest.end() > closest.start() && closest.end() <= body.length();
    return new Hit(
        plain.id(),
        MarkedText.unmarked(plain.title().text()),
        isThere
            ? List.of(Excerpt.whole(body, closest.start(), closest.end()))
            : plain.snippets().stream().map(s -> MarkedText.unmarked(s.text())).toList(),
        plain.values(),
        plain.publishedAt(),
        plain.addedAt(),
        plain.url(),
        plain.similar(),
        plain.score(),
        FoundBy.MEANING,
        List.of(),
        plain.positions(),
        plain.versions(),
        List.of());
  }

  /** The first words with their marks, as {@link Headline} has them without. */
  private static MarkedText headline(Passage.Source... texts) {
    return Stream.of(texts)
        .map(Passage.Source::text)
        .filter(text -> !text.text().isEmpty())
        .findFirst()
        .map(Excerpt::headline)
        .orElse(MarkedText.unmarked(Headline.NONE));
  }

  private OtherVersions versions(int document) throws IOException {
    Lineage lineage = Lineage.of(snapshot.getIndexReader(), document);
    return new OtherVersions(lineage.earlier(), lineage.isSuperseded());
  }

  private MatchMarker.Matched matched(int document) throws IOException {
    if (marker.isEmpty() || deadline.isPast()) {
      return MatchMarker.Matched.nowhere();
    }
    return marker.get().in(document).orElse(MatchMarker.Matched.nowhere());
  }

  /**
   * The texts that may open an article; a dateline alone says nothing, so it is shown only for its
   * marks.
   */
  private static List<Passage.Source> opening(List<Passage.Source> texts) {
    List<Passage.Source> opening = new ArrayList<>(texts);
    if (!texts.get(1).text().isMarked()) {
      opening.remove(1);
    }
    return opening;
  }

  /**
   * The whole article.
   *
   * @param notes why some marks are missing
   */
  public MarkedArticle article(int document, List<Note> notes) throws IOException {
    StoredArticle article = new StoredArticle(stored.document(document));
    MatchMarker.Matched matched = matched(document);
    Article plain = article.article();
    return new MarkedArticle(
        plain,
        matched.text(QueryField.TITLE, article),
        matched.text(QueryField.STANDFIRST, article),
        matched.text(QueryField.DATELINE, article),
        matched.parts(QueryField.BODY, plain.paragraphs()),
        matched.parts(QueryField.CAPTION, plain.captions()),
        matched.parts(QueryField.CORRECTION, plain.corrections()),
        matched.parts(QueryField.RELATED, plain.related()),
        values(article, matched),
        notes,
        snapshot.names().in(article),
        List.of());
  }

  private static Map<QueryField, List<MarkedText>> values(
      StoredArticle article, MatchMarker.Matched matched) throws IOException {
    Map<QueryField, List<MarkedText>> values = new EnumMap<>(QueryField.class);
    for (QueryField field : LABELS) {
      List<String> plain = article.values(field);
      if (!plain.isEmpty()) {
        values.put(field, matched.parts(field, plain));
      }
    }
    return values;
  }
}
