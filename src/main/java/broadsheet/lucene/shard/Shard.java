package broadsheet.lucene.shard;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.reader.ReaderCache;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.UpdateMark;
import broadsheet.lucene.schema.WithdrawnDocument;
import broadsheet.lucene.semantic.SemanticFormat;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.statistics.GlobalDictionary;
import broadsheet.lucene.statistics.MissingStatistics;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;

/** The entry points for a shard of an archive on several machines. Thread-safe. */
public final class Shard {

  /** The format of a shard's documents. */
  public static final int FORMAT = IndexFormat.VERSION;

  /** The format of the documents in an index of passages. */
  public static final int PASSAGES = 1;

  static {
    MaxClauses.lift();
  }

  private static final Set<QueryField.Kind> TOKENIZED =
      Set.of(QueryField.Kind.TEXT, QueryField.Kind.KEYWORD);

  /** The other fields with postings. */
  private static final List<String> WHOLE =
      List.of(
          IndexSchema.STEMS,
          IndexSchema.LANGUAGE_EVIDENCE,
          IndexSchema.RECORD,
          IndexSchema.ITEM,
          IndexSchema.CLAIM,
          IndexSchema.FINGERPRINT,
          IndexSchema.SKETCH,
          IndexSchema.ALL_WORDS,
          IndexSchema.PAIRS,
          IndexSchema.NAME_FORM,
          IndexSchema.SPEAKER_FORM,
          UpdateMark.UPDATE,
          NamesDocument.NUMBER,
          PlaceDocument.ARTICLE,
          LedgerDocument.FILE,
          LedgerDocument.ENTRY_FILE,
          LedgerDocument.OUTCOME,
          LedgerDocument.WITHDRAWN,
          LedgerDocument.NOTICE,
          WithdrawnDocument.ITEM,
          WithdrawnDocument.ID,
          WithdrawnDocument.ARTICLE,
          SemanticFormat.ARTICLE);

  private static final ReaderCache<ShardStates> STATES = new ReaderCache<>();

  private Shard() {}

  /**
   * A shard as a user sees it.
   *
   * @param whole the reader of the shard; values computed for it are cached as long as it is open
   * @param shown the same reader with wrappers that hide documents from the user; the same object
   *     if there are none
   * @param state the state of the archive to answer from
   */
  public record View(DirectoryReader whole, DirectoryReader shown, UpdateState state) {

    private ShardStates.Shown asked() throws IOException {
      return states(whole).in(state);
    }

    ReaderSnapshot snapshot() throws IOException {
      ShardStates.Shown asked = asked();
      return shown.equals(whole)
          ? asked.snapshot()
          : asked.snapshot().shownBy(asked.without(shown));
    }

    /** The documents that the state does not show. */
    HiddenDocuments hidden() throws IOException {
      return asked().hidden();
    }

    /** See {@link ShardStates#sinceEarlier}. */
    OptionalLong sinceEarlier() throws IOException {
      return states(whole).sinceEarlier(state);
    }
  }

  /**
   * Answers a {@link ShardCall}.
   *
   * @param isCancelled whether nobody waits for the answer any more; then it ends as it does at its
   *     time limit
   * @throws IllegalArgumentException when the call is not from a client of this version, or fields
   *     are hidden from the user
   * @throws IOException when the shard cannot be read
   */
  public static byte[] answer(View view, byte[] call, BooleanSupplier isCancelled)
      throws IOException {
    try {
      ShardCall.Received asked = asked(call);
      return answer(view, asked, isCancelled).bytes(asked.protocol());
    } catch (StackOverflowError e) { // which would end the node
      throw new IllegalArgumentException("The question is nested too deeply.", e);
    }
  }

  private static ShardCall.Received asked(byte[] call) {
    try {
      return ShardCall.of(call);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Makes the Lucene document from the bytes that a client sent.
   *
   * @param sent the bytes, see {@link ShippedDocument#bytes}
   * @throws IllegalArgumentException when it is not from a client of this version
   */
  public static Document document(byte[] sent) {
    try {
      return ShippedDocument.of(sent).document();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * The analyzer of every field with postings, by the field's name. It sets the gap between two
   * values and tokenizes nothing.
   */
  public static Map<String, Analyzer> analyzers() {
    return Stream.of(
            Arrays.stream(QueryField.values())
                .filter(field -> TOKENIZED.contains(field.kind()))
                .map(QueryField::label),
            FacetField.KEYWORDS.stream().map(IndexSchema::valuesOf),
            IndexSchema.DEFAULT_FIELDS.keySet().stream()
                .map(field -> IndexSchema.namesIn(field.label())),
            WHOLE.stream())
        .flatMap(names -> names)
        .collect(Collectors.toMap(name -> name, name -> IndexSchema.analyzer()));
  }

  private static ShardStates states(DirectoryReader reader) throws IOException {
    try {
      return STATES.of(reader.getReaderCacheHelper(), () -> new ShardStates(reader));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ShardCall.Answer answer(
      View view, ShardCall.Received asked, BooleanSupplier isCancelled) throws IOException {
    if (view.state().isGone()) {
      return new ShardCall.Answer(Optional.empty(), Set.of(), true);
    }
    GlobalDictionary facts = new GlobalDictionary(asked.call().facts()::get);
    try {
      ShardWork work = new ShardWork(view, facts, asked, isCancelled);
      byte[] answer = QuestionBatch.bytes(asked.call().question(), work);
      if (facts.isEnough()) {
        return new ShardCall.Answer(Optional.of(answer), Set.of(), false);
      }
    } catch (MissingStatistics _) {
      // the client gathers them and asks again
    }
    return new ShardCall.Answer(Optional.empty(), facts.missing(), false);
  }
}
