package broadsheet.lucene.names;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.NamedPlace;
import broadsheet.engine.result.SpokenWords;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.reader.ReadOnce;
import broadsheet.lucene.reader.ReaderCache;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.schema.StoredNames;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import broadsheet.names.NamedPart;
import broadsheet.names.Quote;
import broadsheet.names.quote.SpokenQuotes;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The names decided for one state of an archive, with the corrections of its editors. Articles hold
 * the forms of their mentions; the table tells what these stand for, so that neither a new decision
 * nor a correction changes an article. Immutable and thread-safe.
 */
public final class FoundNames {

  private static final Map<FacetField, NameKind> KINDS =
      Map.of(
          FacetField.PERSON,
          NameKind.PERSON,
          FacetField.ORGANISATION,
          NameKind.ORGANISATION,
          FacetField.PLACE,
          NameKind.PLACE);

  /** The kinds of those who speak. A place that is quoted stands for its government. */
  private static final Set<NameKind> SPEAKING = Set.of(NameKind.PERSON, NameKind.ORGANISATION);

  /** No names: nobody looked for them, or none is decided. */
  public static final FoundNames NONE =
      new FoundNames(new DecidedNames(List.of()), NameTable.EMPTY);

  /**
   * Names in use. A commit that decides nothing anew has those of the one before, with the columns
   * of its segments.
   */
  private static final Map<DecidedNames, WeakReference<FoundNames>> IN_USE = new WeakHashMap<>();

  private final DecidedNames decisions;
  private final NameTable table;
  private final Map<NameKind, List<NameEntry>> byKind = new EnumMap<>(NameKind.class);
  private final ReadOnce<NameWords> words;
  private final ReadOnce<String> digest;
  private final Map<FacetField, ReaderCache<NameColumn>> columns = new EnumMap<>(FacetField.class);

  private FoundNames(DecidedNames decisions, NameTable decided) {
    this.decisions = decisions;
    table = decided;
    for (NameEntry entry : table.entries()) {
      byKind.computeIfAbsent(entry.name().kind(), _ -> new ArrayList<>()).add(entry);
    }
    words = new ReadOnce<>(() -> new NameWords(table.entries()));
    digest = new ReadOnce<>(table::digest);
    KINDS.forEach(
        (facet, kind) -> {
          if (byKind.containsKey(kind)) {
            columns.put(facet, new ReaderCache<>());
          }
        });
  }

  /**
   * The names of an archive or of a part of it.
   *
   * @param reader holds the decisions
   * @param corrections those of its collection, or of all that it joins
   */
  public static FoundNames of(IndexReader reader, List<NameCorrection> corrections)
      throws IOException {
    DecidedNames decisions = DecidedNames.of(reader, corrections);
    return decisions.isThere() ? of(decisions) : NONE;
  }

  private static FoundNames of(DecidedNames decisions) throws IOException {
    synchronized (IN_USE) {
      WeakReference<FoundNames> reference = IN_USE.get(decisions);
      FoundNames known = reference == null ? null : reference.get();
      if (known == null) {
        known = new FoundNames(decisions, decisions.table());
        IN_USE.put(decisions, new WeakReference<>(known));
      }
      return known;
    }
  }

  /** Whether a field has names that may be found in texts. */
  public static boolean isNamed(QueryField field) {
    return field == QueryField.SPEAKER
        || KINDS.keySet().stream().anyMatch(facet -> IndexSchema.wordsOf(facet) == field);
  }

  /** Whether any were decided, even if all of them are hidden. */
  public boolean isDecided() {
    return decisions.isThere();
  }

  /** Whether there are any. */
  public boolean isThere() {
    return !table.isEmpty();
  }

  /** The decisions with the corrections. */
  public NameTable table() {
    return table;
  }

  /** See {@link NameTable#digest}. */
  public String digest() throws IOException {
    return digest.get();
  }

  /** The kind of name that a facet counts; empty if it counts none. */
  static Optional<NameKind> kind(FacetField facet) {
    return Optional.ofNullable(KINDS.get(facet));
  }

  private Optional<NameKind> kind(QueryField field) {
    return KINDS.keySet().stream()
        .filter(facet -> IndexSchema.wordsOf(facet) == field)
        .findFirst()
        .map(KINDS::get)
        .filter(byKind::containsKey);
  }

  /**
   * The articles that mention a name with these words in it or in one of its forms; empty where no
   * name has them, or the field has no names.
   */
  public Optional<MentionQuery> with(QueryField field, WordSequence sequence) throws IOException {
    if (field == QueryField.SPEAKER) {
      return isThere() ? speaking(words.get().with(SPEAKING, sequence)) : Optional.empty();
    }
    Optional<NameKind> kind = kind(field);
    return kind.isEmpty()
        ? Optional.empty()
        : mentioning(words.get().with(Set.of(kind.get()), sequence));
  }

  /** The articles that mention any name; empty where the field has none. */
  public Optional<MentionQuery> any(QueryField field) {
    if (field == QueryField.SPEAKER) {
      return speaking(table.entries());
    }
    return kind(field).flatMap(kind -> mentioning(byKind.getOrDefault(kind, List.of())));
  }

  /** The articles that mention one of these very names; empty where there is none of them. */
  public Optional<MentionQuery> named(FacetField facet, List<String> names) {
    List<NameEntry> entries = new ArrayList<>();
    for (String name : names) {
      kind(facet)
          .filter(_ -> !name.isBlank())
          .flatMap(kind -> table.of(new Name(kind, name)))
          .ifPresent(entries::add);
    }
    return mentioning(entries);
  }

  /** The names in an article, in the order of its texts. */
  public List<NamedPlace> in(StoredArticle article) {
    Candidates found = isThere() ? StoredNames.of(article.document()) : Candidates.NONE;
    List<NamedPlace> places = new ArrayList<>();
    for (Mention mention : found.mentions()) {
      for (Name name : table.namesOf(found.forms().get(mention.form()))) {
        places.add(new NamedPlace(mention.part(), mention.start(), mention.end(), name));
      }
    }
    return places;
  }

  /**
   * The names that a facet counts with a given beginning, those in most articles first.
   *
   * @param typed the beginning; an empty one is that of every name
   * @param isWithin whether a name may have other words before it
   */
  public List<NameEntry> beginning(FacetField facet, String typed, boolean isWithin, int most)
      throws IOException {
    return columns.containsKey(facet)
        ? words.get().beginning(kind(facet).orElseThrow(), typed, isWithin, most)
        : List.of();
  }

  /** An article with the names found in it. */
  public NamedArticle named(StoredArticle article) {
    return new NamedArticle(
        article.article(), in(article).stream().map(NamedPlace::name).distinct().toList());
  }

  /** The quotes of a speaker in an article, in the order of its text. */
  public List<SpokenWords> quotes(Name speaker, StoredArticle stored) {
    Candidates found = StoredNames.of(stored.document());
    Article article = stored.article().own();
    String body = NamedPart.BODY.of(article);
    return SpokenQuotes.of(article, found).stream()
        .filter(quote -> speakers(quote, found).contains(speaker))
        .map(quote -> quote.pieces().stream().map(p -> body.substring(p.start(), p.end())).toList())
        .map(pieces -> new SpokenWords(article.id(), speaker, pieces))
        .toList();
  }

  private List<Name> speakers(Quote quote, Candidates found) {
    Mention speaker = found.mentions().get(quote.speaker());
    return table.namesOf(found.forms().get(speaker.form()));
  }

  private static Optional<MentionQuery> mentioning(Collection<NameEntry> entries) {
    return having(IndexSchema.NAME_FORM, entries);
  }

  /** The articles that quote one of these. */
  private static Optional<MentionQuery> speaking(Collection<NameEntry> entries) {
    return having(
        IndexSchema.SPEAKER_FORM,
        entries.stream().filter(entry -> SPEAKING.contains(entry.name().kind())).toList());
  }

  private static Optional<MentionQuery> having(String field, Collection<NameEntry> entries) {
    Set<String> forms = new LinkedHashSet<>();
    entries.forEach(entry -> forms.addAll(entry.forms()));
    return forms.isEmpty() ? Optional.empty() : Optional.of(new MentionQuery(field, forms));
  }

  /** The values of a facet in a segment: those that articles state, and the names found in them. */
  public SortedSetDocValues values(LeafReader segment, FacetField facet) throws IOException {
    ReaderCache<NameColumn> column = columns.get(facet);
    return column == null
        ? DocValues.getSortedSet(segment, IndexSchema.valuesOf(facet))
        : column.ofSegment(segment, own -> NameColumn.read(own, facet, names(facet))).values();
  }

  /** The same counts, each with the number of hits in whose text the name was found. */
  public List<FacetCount> withFound(FacetField facet, List<FacetCount> counts, HitSet hits) {
    ReaderCache<NameColumn> column = columns.get(facet);
    if (column == null || counts.isEmpty()) {
      return counts;
    }
    Map<BytesRef, Integer> places = new HashMap<>();
    counts.forEach(count -> places.put(new BytesRef(count.value()), places.size()));
    long[] found = new long[counts.size()];
    for (SegmentHits segment : hits.segments()) {
      column
          .ofSegment(segment.leaf().reader(), own -> NameColumn.read(own, facet, names(facet)))
          .addFound(segment, places, found);
    }
    List<FacetCount> both = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      both.add(counts.get(i).finding(found[i]));
    }
    return both;
  }

  private List<NameEntry> names(FacetField facet) {
    return kind(facet).map(kind -> byKind.getOrDefault(kind, List.of())).orElse(List.of());
  }
}
