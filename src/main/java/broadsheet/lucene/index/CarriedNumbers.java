package broadsheet.lucene.index;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the articles of a rebuild the numbers that they had in the index it replaces, by
 * fingerprint or, where another release reads the article differently, by id, so that a rebuild
 * raises no alert. Any other article came with the build. Thread-safe.
 */
final class CarriedNumbers implements AddedNumbers {

  private static final Logger LOG = LoggerFactory.getLogger(CarriedNumbers.class);

  /** The fields of matches of saved searches, which index formats up to 18 recorded. */
  private static final String MATCH = "arrival.article";

  private static final String MATCHED_ID = "arrival.id";
  private static final String MATCHED_AT = "arrival.at";
  private static final long MICROS = 1_000_000;

  private final long state;
  private final Map<BytesRef, Long> matched = new HashMap<>();
  private final Map<String, Long> matchedIds = new HashMap<>();
  private @Nullable DirectoryReader old;
  private @Nullable LiveTerms live;

  /** Reads the newest commit of a directory, in which the rebuild has not committed yet. */
  CarriedNumbers(Directory directory) throws IOException {
    long before = Added.NONE;
    if (DirectoryReader.indexExists(directory)) {
      try {
        before = open(DirectoryReader.open(directory));
      } catch (IOException | RuntimeException | InternalError e) {
        lose(e); // damage can make Lucene throw anything, and a rebuild mends it
      }
    }
    state = Added.next(before);
  }

  private long open(DirectoryReader reader) throws IOException {
    old = reader;
    if (hasAny(reader, Added.ORDER)) {
      live = new LiveTerms(reader);
    } else if (hasAny(reader, MATCH)) {
      readMatches(reader);
    }
    return IndexFormat.state(reader.getIndexCommit().getUserData());
  }

  /** Whether any document has a field, whose values are then verified. */
  private static boolean hasAny(IndexReader reader, String field) throws IOException {
    boolean isAny = false;
    for (LeafReaderContext leaf : reader.leaves()) {
      boolean isHere = leaf.reader().getFieldInfos().fieldInfo(field) != null;
      isAny |= isHere;
      if (isHere && FilterLeafReader.unwrap(leaf.reader()) instanceof CodecReader segment) {
        segment.getDocValuesReader().checkIntegrity();
      }
    }
    return isAny;
  }

  /** A match was recorded in the second before the number, at least in that of its alert. */
  private void readMatches(IndexReader reader) throws IOException {
    new LiveTerms(reader)
        .eachWithPrefix(
            MATCH,
            "",
            (fingerprint, documents) -> {
              for (int document : documents) {
                Document match = reader.storedFields().document(document);
                long at = match.getField(MATCHED_AT).numericValue().longValue() / MICROS + 1;
                matched.merge(BytesRef.deepCopyOf(fingerprint), at, Math::max);
                matchedIds.merge(match.get(MATCHED_ID), at, Math::max);
              }
            });
  }

  private void lose(Throwable cause) {
    live = null;
    matched.clear();
    matchedIds.clear();
    LOG.warn(
        "The old index cannot be read, so alerts no longer list what updates added to it: {}",
        UnreadableIndex.reason(cause));
  }

  @Override
  public long state() {
    return state;
  }

  /** Whether any article may have a number. */
  private boolean isAny() {
    return live != null || !matched.isEmpty();
  }

  @Override
  public synchronized IndexedArticle numbered(IndexedArticle article) {
    if (!isAny()) {
      return article;
    }
    OptionalLong same = ofText(Fingerprint.of(article));
    return article.addedIn(same.isPresent() ? same.getAsLong() : ofId(article.article().id()));
  }

  /** The number of an article with the same text; empty if there is none. */
  private OptionalLong ofText(BytesRef fingerprint) {
    return live == null
        ? optional(matched.get(fingerprint))
        : known(IndexSchema.FINGERPRINT, fingerprint);
  }

  private long ofId(String id) {
    OptionalLong known =
        live == null ? optional(matchedIds.get(id)) : known(IndexSchema.ID, new BytesRef(id));
    return known.orElse(Added.NONE);
  }

  private static OptionalLong optional(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private OptionalLong known(String field, BytesRef term) {
    try {
      List<Integer> found = Objects.requireNonNull(live).documents(field, term, 1);
      return found.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Added.of(Objects.requireNonNull(old), found.getFirst()));
    } catch (IOException | RuntimeException | InternalError e) {
      lose(e);
      return OptionalLong.empty();
    }
  }

  @Override
  public void giveTo(OpenedIndex index, ChangeSet changes) throws IOException {
    if (!isAny()) {
      return;
    }
    DocumentRewriter rewriting = new DocumentRewriter(index, changes);
    try (DirectoryReader now = DirectoryReader.open(index.writer())) {
      for (Map.Entry<Integer, Long> each : numbers(now).entrySet()) {
        IndexedArticle article = DocumentRewriter.read(now, each.getKey());
        rewriting.replace(List.of(article), article.addedIn(each.getValue()));
      }
    }
  }

  /** The numbers of the articles that have one, by their documents. */
  private synchronized Map<Integer, Long> numbers(DirectoryReader now) throws IOException {
    Map<Integer, Long> numbers = new TreeMap<>();
    FixedBitSet known = new FixedBitSet(Math.max(1, now.maxDoc()));
    LiveTerms articles = new LiveTerms(now);
    articles.eachWithPrefix(
        IndexSchema.FINGERPRINT,
        "",
        (fingerprint, documents) ->
            ofText(fingerprint)
                .ifPresent(
                    number ->
                        documents.forEach(
                            document -> {
                              known.set(document);
                              numbers.put(document, number);
                            })));
    SortedDocValues ids = MultiDocValues.getSortedValues(now, IndexSchema.ID);
    while (ids != null && ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (!known.get(ids.docID()) && articles.isLive(ids.docID())) {
        numbers.put(ids.docID(), ofId(ids.lookupOrd(ids.ordValue()).utf8ToString()));
      }
    }
    numbers.values().removeIf(number -> number == Added.NONE);
    return numbers;
  }

  @Override
  public void close() throws IOException {
    if (old != null) {
      old.close();
    }
  }
}
