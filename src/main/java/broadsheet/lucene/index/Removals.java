package broadsheet.lucene.index;

import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Tracks the removals of an update, record by record. An article with several locations stays as
 * long as one of them does. Thread-safe.
 */
final class Removals {

  private final PriorIndex prior;
  private final IndexWriter writer;
  private final ChangeSet touched;
  private final SourceCounts losses;

  /** Documents of a single location whose fate is decided: kept or removed. */
  private final FixedBitSet settled;

  /** The {@link PlaceDocument}s that are removed. */
  private final FixedBitSet removedPlaces;

  /** Documents with several locations that were seen, each with its undecided locations. */
  private final Map<Integer, Shared> shared = new HashMap<>();

  private long removed;
  private long retained;

  Removals(OpenedIndex index, ChangeSet touched, SourceCounts losses) {
    this.prior = index.prior();
    this.writer = index.writer();
    this.losses = losses;
    this.touched = touched;
    this.settled = new FixedBitSet(Math.max(1, prior.size()));
    this.removedPlaces = new FixedBitSet(settled.length());
  }

  /** An article with several locations. */
  private static final class Shared {
    private final IndexedArticle article;
    private final List<RecordPlace> open;
    private final List<RecordPlace> kept = new ArrayList<>();
    private long further;
    private boolean isOut;

    Shared(IndexedArticle article) {
      this.article = article;
      this.open = new ArrayList<>(article.places());
      this.further = article.further();
    }

    private boolean settle(String key) {
      return open.removeIf(place -> place.key().equals(key));
    }

    private List<RecordPlace> remaining() {
      List<RecordPlace> remaining = new ArrayList<>(open);
      remaining.addAll(kept);
      return remaining;
    }
  }

  /**
   * Whether the index already has this very article at this location, as the same version, so that
   * it may stay. Another article there is removed.
   */
  synchronized boolean retains(RecordPlace place, BytesRef fingerprint) throws IOException {
    OptionalInt found = prior.record(place.key());
    if (found.isEmpty()) {
      losses.came(place.file());
      return false;
    }
    int document = found.getAsInt();
    if (prior.hasFingerprint(document, fingerprint) && prior.hasItems(document, place)) {
      retained += keep(document, place) ? 1 : 0;
      return true;
    }
    takeOut(document, place.key());
    return false;
  }

  /** Removes the undecided articles of a file. */
  synchronized void leave(String file) throws IOException {
    long out = 0;
    for (Map.Entry<String, Integer> record : prior.records(file).entrySet()) {
      out += takeOut(record.getValue(), record.getKey()) ? 1 : 0;
    }
    removed += out;
    losses.left(file, out);
  }

  /** Removes what was read at some locations. */
  synchronized void remove(Collection<RecordPlace> places) throws IOException {
    for (RecordPlace place : places) {
      OptionalInt found = prior.record(place.key());
      if (found.isPresent() && takeOut(found.getAsInt(), place.key())) {
        removed++;
        losses.left(place.file(), 1);
      }
    }
  }

  private boolean keep(int document, RecordPlace place) throws IOException {
    if (!prior.isShared(document)) {
      return !settled.getAndSet(document);
    }
    Shared article = shared(document);
    boolean isNew = article.settle(place.key());
    if (isNew) {
      article.kept.add(place);
    }
    return isNew;
  }

  private boolean takeOut(int document, String key) throws IOException {
    if (!prior.isShared(document)) {
      boolean isNew = !settled.getAndSet(document);
      if (isNew) {
        takeOutSingle(document, key);
      }
      return isNew;
    }
    Shared article = shared(document);
    boolean isNew = article.settle(key);
    if (isNew) {
      takeOut(article, document, key);
    }
    return isNew;
  }

  private void takeOutSingle(int document, String key) throws IOException {
    OptionalInt article = prior.articleOfPlace(document);
    if (article.isEmpty()) {
      delete(document, key, prior.article(document));
    } else {
      removedPlaces.set(document);
      prior.place(document).items().forEach(version -> touched.item(version.key()));
      writer.deleteDocuments(new Term(IndexSchema.RECORD, key));
      Shared shared = shared(article.getAsInt());
      shared.further--;
      takeOut(shared, article.getAsInt(), shared.article.first().key());
    }
  }

  private void takeOut(Shared article, int document, String key) throws IOException {
    if (!article.isOut) {
      article.isOut = true;
      delete(document, key, article.article);
    }
  }

  private Shared shared(int document) throws IOException {
    Shared article = shared.get(document);
    if (article == null) {
      article = new Shared(prior.article(document));
      shared.put(document, article);
    }
    return article;
  }

  /**
   * Lucene's deletes apply to earlier documents only: a new article at the same location is safe.
   */
  private void delete(int document, String key, IndexedArticle article) throws IOException {
    writer.deleteDocuments(new Term(IndexSchema.RECORD, key));
    touched.removed(article, prior.sketch(document).hashes());
    prior.family(document).ifPresent(touched::family);
  }

  /** The articles that lost some locations but not all, as they are to be rewritten. */
  synchronized List<IndexedArticle> remainders() throws IOException {
    List<IndexedArticle> remainders = new ArrayList<>();
    for (Shared article : shared.values()) {
      List<RecordPlace> remaining = article.remaining();
      List<RecordPlace> moved = article.isOut ? placesToList(article, remaining.size()) : List.of();
      remaining.addAll(moved);
      if (article.isOut && !remaining.isEmpty()) {
        remainders.add(article.article.at(remaining, article.further - moved.size()));
      }
    }
    return remainders;
  }

  /** The first of the further locations, to be listed in place of removed ones. */
  private List<RecordPlace> placesToList(Shared article, int listed) throws IOException {
    if (article.further == 0 || listed == IndexedArticle.LISTED) {
      return List.of();
    }
    BoundedLocations first = new BoundedLocations(IndexedArticle.LISTED - listed);
    for (int document : prior.furtherPlaces(Fingerprint.of(article.article))) {
      if (!removedPlaces.get(document)) {
        first.add(prior.place(document));
      }
    }
    for (RecordPlace place : first.list()) {
      writer.deleteDocuments(new Term(IndexSchema.RECORD, place.key()));
    }
    return first.list();
  }

  /** The number of records removed without a replacement. */
  synchronized long removed() {
    return removed;
  }

  /** The number of records that were read again and found unchanged. */
  synchronized long retained() {
    return retained;
  }
}
