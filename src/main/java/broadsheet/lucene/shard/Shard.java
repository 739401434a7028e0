package broadsheet.lucene.shard;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.facts.KnownFacts;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.ReaderCache;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;

/** What a shard of an archive on several machines does. Thread-safe. */
public final class Shard {

  /** The format of the documents it makes and reads. */
  public static final int FORMAT = IndexFormat.VERSION;

  static {
    MaxClauses.lift();
  }

  private static final Set<QueryField.Kind> TOKENIZED =
      Set.of(QueryField.Kind.TEXT, QueryField.Kind.KEYWORD);

  /** The other fields of articles with postings. */
  private static final List<String> WHOLE =
      List.of(
          IndexSchema.STEMS,
          IndexSchema.LANGUAGE_EVIDENCE,
          IndexSchema.RECORD,
          IndexSchema.CLAIM,
          IndexSchema.FINGERPRINT,
          IndexSchema.SKETCH,
          IndexSchema.ALL_WORDS);

  private static final ReaderCache<ReaderSnapshot> SNAPSHOTS = new ReaderCache<>();

  private Shard() {}

  /**
   * Answers a {@link ShardCall}.
   *
   * @param reader of the shard; what is worked out for it is kept as long as it is open
   * @throws IOException when the call is not from a client of this version, or the shard cannot be
   *     read
   */
  public static byte[] answer(DirectoryReader reader, byte[] call) throws IOException {
    return answer(snapshot(reader), ShardCall.of(call)).bytes();
  }

  /**
   * The Lucene document of what a client sent.
   *
   * @param sent see {@link Sent#bytes}
   * @throws IllegalArgumentException when it is not from a client of this version
   */
  public static Document document(byte[] sent) {
    try {
      return Sent.of(sent).document();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * The analyzer of every field of articles with postings, by the field's name. It sets the gap
   * between two values and tokenizes nothing.
   */
  public static Map<String, Analyzer> analyzers() {
    return Stream.of(
            Arrays.stream(QueryField.values())
                .filter(field -> TOKENIZED.contains(field.kind()))
                .map(QueryField::label),
            FacetField.KEYWORDS.stream().map(IndexSchema::valuesOf),
            WHOLE.stream())
        .flatMap(names -> names)
        .collect(Collectors.toMap(name -> name, name -> IndexSchema.analyzer()));
  }

  private static ReaderSnapshot snapshot(DirectoryReader reader) throws IOException {
    try {
      return SNAPSHOTS.of(reader.getReaderCacheHelper(), () -> opened(reader));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ReaderSnapshot opened(DirectoryReader reader) {
    IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), "");
    try {
      return new ReaderSnapshot(reader, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ShardCall.Answer answer(ReaderSnapshot own, ShardCall call) throws IOException {
    KnownFacts facts = new KnownFacts(call.facts()::get);
    try {
      byte[] answer = answer(call.question(), new ShardWork(own, facts, call));
      if (facts.isEnough()) {
        return new ShardCall.Answer(Optional.of(answer), Set.of());
      }
    } catch (RuntimeException e) {
      if (facts.isEnough()) {
        throw e;
      }
    }
    return new ShardCall.Answer(Optional.empty(), facts.missing());
  }

  private static <A> byte[] answer(Question<A> question, ShardWork work) throws IOException {
    return ShardCall.bytes(question, question.answer(work));
  }
}
