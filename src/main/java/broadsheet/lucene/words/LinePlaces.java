package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.NearWord;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;

/**
 * Finds the places of a concordance's lines in an article. Not thread-safe.
 *
 * @param isOfCounted whether only texts whose words are counted have lines
 */
record LinePlaces(
    MatchMarker marker,
    StoredFields stored,
    Optional<NearWord> near,
    Optional<LineDraw> draw,
    boolean isOfCounted) {

  /**
   * A place.
   *
   * @param around the words about it
   */
  record Worded(QueryField part, Mark place, TextAround around) {}

  static LinePlaces of(
      MatchMarker marker,
      StoredFields stored,
      ConcordanceRequest request,
      Optional<LineDraw> draw) {
    return new LinePlaces(
        marker,
        stored,
        request.near(),
        draw,
        request.near().isPresent() || request.marked().isPresent());
  }

  /**
   * The keys of the lines of an article, in the order of its text.
   *
   * @param article the key of any place in it
   */
  List<ConcordanceSortKey> keys(int document, ConcordanceSortKey article) throws IOException {
    Optional<MatchMarker.Matched> matched = marker.in(document);
    if (matched.isEmpty()) {
      return List.of();
    }
    List<ConcordanceSortKey> keys = new ArrayList<>();
    if (near.isPresent()) {
      for (Worded each : worded(new StoredArticle(stored.document(document)), matched.get())) {
        keys.add(article.at(each.part, each.place.start(), each.place.end()));
      }
    } else {
      for (QueryField part : texts()) {
        for (Mark place : matched.get().places(part)) {
          keys.add(article.at(part, place.start(), place.end()));
        }
      }
    }
    keys.removeIf(key -> !isDrawn(key));
    keys.sort(ConcordanceSortKey.in(LineOrder.ARTICLE));
    return keys;
  }

  private List<QueryField> texts() {
    return isOfCounted
        ? MatchPlaces.TEXTS.stream().filter(IndexSchema.DEFAULT_FIELDS::containsKey).toList()
        : MatchPlaces.TEXTS;
  }

  boolean isDrawn(ConcordanceSortKey key) {
    return draw.isEmpty() || draw.get().isDrawn(key);
  }

  /** The places in an article, each with the words beside it. */
  List<Worded> worded(StoredArticle article, MatchMarker.Matched matched) throws IOException {
    List<Worded> all = new ArrayList<>();
    int most =
        near.map(word -> Math.max(word.window().left(), word.window().right()))
            .orElse(LineOrder.WORDS);
    for (QueryField part : texts()) {
      List<Mark> places = matched.places(part);
      if (!places.isEmpty()) {
        add(all, part, TextAround.of(article.text(part), places, Math.max(most, LineOrder.WORDS)));
      }
    }
    return all;
  }

  private void add(List<Worded> all, QueryField part, List<TextAround> texts) {
    for (TextAround around : texts) {
      List<Mark> places =
          near.map(word -> new NearPlaces(word.window()).lines(around, word.word()))
              .orElse(around.places());
      places.forEach(place -> all.add(new Worded(part, place, around)));
    }
  }
}
