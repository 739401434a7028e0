package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.OptionalWords;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.SurfaceMarking;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.compile.WordVariants.Variant;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The terms by which a query's words are looked up in the articles of one language. Not
 * thread-safe.
 */
public final class WordTerms {

  /** The weight of a word inside a compound. */
  private static final float IN_COMPOUND = 0.1f;

  /** The weight of a word as typed, and in a short query: see {@code docs/ranking.md}. */
  private static final float AS_TYPED = 0.25f;

  private static final float AS_TYPED_IF_SHORT = 0.75f;

  private final String language;
  private final SurfaceMarking marking;
  private final DocumentFrequencies statistics;
  private final Map<String, List<QueryWord>> inText = new HashMap<>();
  private final WordVariants variants;
  private String asked;
  private float asTyped = AS_TYPED;

  /**
   * @param language the language as {@link StemmedLanguages#of} gives it
   * @param statistics the statistics of the index
   */
  public WordTerms(String language, DocumentFrequencies statistics) {
    this.language = language;
    asked = language;
    marking = SurfaceMarking.of(language);
    this.statistics = statistics;
    variants = new WordVariants(this, language);
  }

  /** The other ways to write the words of a query. */
  WordVariants variants() {
    return variants;
  }

  DocumentFrequencies statistics() {
    return statistics;
  }

  /** The words of a text as analyzed in this language; empty when the text has none. */
  public List<QueryWord> words(QueryField field, String text) {
    return field.kind() == QueryField.Kind.TEXT
        ? inText.computeIfAbsent(text, _ -> cut(field, text))
        : cut(field, text);
  }

  private List<QueryWord> cut(QueryField field, String text) {
    List<QueryWord> words = QueryWord.in(text, IndexSchema.queryAnalyzer(field, language));
    return words.stream().map(this::withoutForeignStem).toList();
  }

  private QueryWord withoutForeignStem(QueryWord word) {
    return StemmedLanguages.isWrittenIn(language, word.exact())
        ? word
        : new QueryWord(word.exact(), word.folded(), word.folded());
  }

  /** The stem of a word and, after it, those of its variants that are one word. */
  List<String> stems(String text, QueryWord word) {
    Stream<String> others =
        variants.of(text).stream()
            .filter(variant -> !variant.isSplit())
            .flatMap(variant -> words(QueryField.BODY, variant.text()).stream())
            .map(QueryWord::stem);
    return Stream.concat(Stream.of(word.stem()), others).distinct().toList();
  }

  /** Whether a printed word may have an ending after an apostrophe, as in Turkish. */
  boolean hasEndingsBehindApostrophe(QueryField field) {
    return field.kind() == QueryField.Kind.TEXT
        && StemmedLanguages.hasEndingsBehindApostrophe(language);
  }

  /**
   * Makes the optional words of another language optional, too.
   *
   * @param isShort whether the query is a word or two
   * @return whether anything is different from before
   */
  boolean ask(String other, boolean isShort) {
    float weight = isShort ? AS_TYPED_IF_SHORT : AS_TYPED;
    boolean isNew = !asked.equals(other) || asTyped != weight;
    asked = other;
    asTyped = weight;
    return isNew;
  }

  /** The weight of a word with another ending than typed, relative to the word as typed. */
  float weightOfEndings() {
    return 1 - asTyped;
  }

  /** Whether a text consists of optional words alone; false where it has no word. */
  boolean isStopWord(String text) {
    List<QueryWord> words = words(QueryField.BODY, text);
    return !words.isEmpty() && words.stream().noneMatch(this::isTelling);
  }

  /** Whether a word is optional neither in this language nor in that of the query. */
  boolean isTelling(QueryWord word) {
    return !OptionalWords.contain(word, language) && !OptionalWords.contain(word, asked);
  }

  /**
   * One word in any of its forms, or two characters of a script without blanks, in all fields;
   * empty where the text is neither.
   */
  Optional<Query> anywhere(String text) {
    List<QueryWord> words = words(QueryField.BODY, text);
    return switch (words.size()) {
      case 1 -> Optional.of(word(words.getFirst()));
      case 2 -> isPair(words) ? Optional.of(pair(words)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Query word(QueryWord word) {
    List<BytesRef> places = new ArrayList<>(anyEnding(QueryField.BODY, word, false));
    if (!word.exact().equals(word.folded())) {
      places.add(new BytesRef(word.exact()));
    }
    List<String> compounds = compounds(word);
    for (String compound : compounds) {
      places.add(new BytesRef(compound));
      places.add(new BytesRef(TermForm.STEM_MARK + compound));
    }
    return new WordQuery(
        anyField(anyForm(word), compounds), asTyped(word), asTyped, List.of(places));
  }

  private Optional<Query> asTyped(QueryWord word) {
    return marking == SurfaceMarking.NEVER
        ? Optional.empty()
        : Optional.of(statistics.query(new Term(IndexSchema.ALL_WORDS, printed(word))));
  }

  private BytesRef printed(QueryWord word) {
    boolean isMarked = marking.marks(word.folded().equals(word.stem()));
    return new BytesRef(isMarked ? TermForm.PRINTED_MARK + word.folded() : word.folded());
  }

  private static boolean isPair(List<QueryWord> words) {
    return words.stream().allMatch(word -> TermForm.isUnspaced(word.folded()));
  }

  private Query pair(List<QueryWord> characters) {
    List<List<BytesRef>> places =
        characters.stream().map(c -> anyEnding(QueryField.BODY, c, false)).toList();
    return new WordQuery(
        statistics.query(new Term(IndexSchema.ALL_WORDS, joined(characters))),
        Optional.empty(),
        0,
        places);
  }

  private static String joined(List<QueryWord> characters) {
    return characters.stream().map(QueryWord::folded).collect(Collectors.joining());
  }

  /**
   * The rarity of a word in any of its forms and variants; for several characters without blanks,
   * that of their rarest pair.
   *
   * @return empty where no article has it, or the text is neither
   */
  OptionalDouble rarity(String text) {
    return Stream.concat(Stream.of(text), variants.of(text).stream().map(Variant::text))
        .map(this::typedRarity)
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  private OptionalDouble typedRarity(String text) {
    List<QueryWord> words = words(QueryField.BODY, text);
    if (words.size() == 1) {
      return rarityOf(words.getFirst().stem());
    }
    OptionalDouble rarest = OptionalDouble.empty();
    for (int i = 1; i < words.size(); i++) {
      List<QueryWord> pair = words.subList(i - 1, i + 1);
      OptionalDouble rarity = rarity(pair);
      if (rarity.isEmpty()) {
        return rarity;
      }
      rarest = OptionalDouble.of(Math.max(rarity.getAsDouble(), rarest.orElse(0)));
    }
    return rarest;
  }

  private OptionalDouble rarity(List<QueryWord> pair) {
    if (isPair(pair)) {
      return rarityOf(joined(pair));
    }
    OptionalDouble first = rarityOf(pair.getFirst().stem());
    OptionalDouble last = rarityOf(pair.getLast().stem());
    return first.isPresent() && last.isPresent()
        ? OptionalDouble.of(Math.max(first.getAsDouble(), last.getAsDouble()))
        : OptionalDouble.empty();
  }

  private OptionalDouble rarityOf(String term) {
    return statistics.articles(term) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(statistics.rarity(term));
  }

  /** The compounds that begin with the text's one word; none if it is not exactly one word. */
  List<String> compounds(String text) {
    List<QueryWord> words = words(QueryField.BODY, text);
    return words.size() == 1 ? compounds(words.getFirst()) : List.of();
  }

  private List<String> compounds(QueryWord word) {
    return isTelling(word)
        ? statistics.compounds(language, Stream.of(word.folded(), word.stem()).distinct().toList())
        : List.of();
  }

  private Query anyField(List<BytesRef> terms, List<String> compounds) {
    if (terms.size() == 1 && compounds.isEmpty()) {
      return statistics.query(new Term(IndexSchema.ALL_WORDS, terms.getFirst()));
    }
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(IndexSchema.ALL_WORDS);
    terms.forEach(term -> synonyms.addTerm(term, 1f));
    compounds.forEach(term -> synonyms.addTerm(new BytesRef(term), IN_COMPOUND));
    return synonyms.build();
  }

  /**
   * The terms of a word in the field of all words, where stems are unmarked, so that one term
   * matches the stem and printed words equal to it. Exact-form lookups carry a marker.
   */
  private List<BytesRef> anyForm(QueryWord word) {
    Set<String> forms = new LinkedHashSet<>(List.of(word.stem()));
    if (marking == SurfaceMarking.ALWAYS) {
      forms.add(TermForm.PRINTED_MARK + word.folded());
    }
    if (!word.exact().equals(word.folded())) {
      forms.add(word.exact());
    }
    return known(IndexSchema.ALL_WORDS, forms);
  }

  /**
   * The terms of a word in any of its forms. A printed word that is its own stem is indexed
   * unmarked; a word that differs from it in accents may have another stem.
   *
   * @return empty when the index has none of them
   */
  public List<BytesRef> anyEnding(QueryField field, QueryWord word) {
    return anyEnding(field, word, true);
  }

  private List<BytesRef> anyEnding(QueryField field, QueryWord word, boolean isKnown) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(word.stem());
    terms.add(TermForm.STEM_MARK + word.stem());
    if (field.kind() == QueryField.Kind.TEXT && StemmedLanguages.isStemOfPrinted(language)) {
      terms.add(word.folded());
    }
    return isKnown ? known(field.label(), terms) : terms.stream().map(BytesRef::new).toList();
  }

  private List<BytesRef> known(String field, Set<String> terms) {
    return terms.stream()
        .map(BytesRef::new)
        .filter(term -> statistics.mayHave(field, term))
        .toList();
  }
}
