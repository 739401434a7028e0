package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.PrefixedTerms;
import broadsheet.lucene.suggest.Suggestion.Kind;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Finds words, phrases and headlines that complete typed text: from the terms of the index, and
 * from a sample of the places where they are printed. The work is bounded for any size of index.
 * Not thread-safe.
 */
final class TextCompletions {

  /** Number of articles in which each word of a list is looked up. */
  private static final int PLACES_OF_A_WORD = 8;

  /** Number of articles in which a phrase is looked up. */
  private static final int PLACES_OF_A_PHRASE = 40;

  /** The most words that may come at the end of a phrase. */
  private static final int MOST_ENDS = 100;

  /** In an index of fewer articles, any word may be in most of them. */
  private static final int MANY = 1_000;

  private static final int MOST_TITLES = 10;
  private static final List<QueryField> USUAL = List.of(QueryField.BODY, QueryField.TITLE);

  private final ArchiveCompletions source;
  private final Dictionary dictionary;
  private final boolean isQuoted;
  private final List<QueryField> fields;
  private final Set<String> functionWords;
  private final KnownWords knownWords;

  /**
   * @param field the field to search; the default fields where it is empty
   */
  TextCompletions(
      ArchiveCompletions source,
      KnownWords knownWords,
      boolean isQuoted,
      Optional<QueryField> field) {
    this.source = source;
    this.knownWords = knownWords;
    dictionary = source.dictionary();
    this.isQuoted = isQuoted;
    this.fields = field.map(List::of).orElse(USUAL);
    functionWords = StopWords.of(source.languages().all());
  }

  /** A word of the index, and the field where most articles have it. */
  private record Known(String word, QueryField field, int articles) {

    private static Known moreFrequent(Known a, Known b) {
      return a.articles >= b.articles ? a : b;
    }
  }

  /** Words, and phrases that begin with them. For a stub without context. */
  List<Suggestion> words(CompletionContext stub, int most) throws IOException {
    List<Suggestion> found = new ArrayList<>();
    List<Known> words = known(stub.prefix(), most);
    source.announcePlaces(words.stream().map(known -> places(known, stub)).toList());
    for (Known known : words) {
      var printed = new KnownWords.Printed(known.word(), known.field(), isQuoted);
      Optional<List<Suggestion>> before = knownWords.completions().get(printed);
      if (before.isPresent()) {
        found.addAll(before.get());
      } else {
        List<Suggestion> now = completions(known, stub);
        found.addAll(now);
        if (!now.isEmpty()) { // another beginning of it may have some
          knownWords.completions().keep(printed, now);
        }
      }
    }
    found.sort(Comparator.comparingInt(Suggestion::articles).reversed());
    return found;
  }

  /** A word, and phrases that begin with it; the same for any beginning that has some. */
  private List<Suggestion> completions(Known known, CompletionContext stub) throws IOException {
    PhraseCounter wordings = new PhraseCounter(isQuoted, this::isTelling);
    source.places(places(known, stub)).forEach(place -> wordings.add(place, 0));
    return wordings.completions(known.articles());
  }

  private static PlacesQuestion places(Known known, CompletionContext stub) {
    List<List<BytesRef>> word = List.of(List.of(new BytesRef(known.word())));
    return new PlacesQuestion(stub, known.field(), word, 1, false, PLACES_OF_A_WORD);
  }

  /** Phrases that continue the stub's context, which must not be empty. */
  List<Suggestion> phrases(CompletionContext stub) throws IOException {
    int context = stub.context().size();
    List<PlacesQuestion> wanted = new ArrayList<>();
    for (QueryField field : fields) {
      List<List<BytesRef>> phrase = phrase(stub, field);
      if (!phrase.isEmpty()) {
        wanted.add(new PlacesQuestion(stub, field, phrase, context, false, PLACES_OF_A_PHRASE));
      }
    }
    source.announcePlaces(wanted);
    PhraseCounter wordings = new PhraseCounter(isQuoted, this::isTelling);
    int articles = 0;
    for (PlacesQuestion each : wanted) {
      List<TextContinuation> places = source.places(each);
      places.forEach(place -> wordings.add(place, context));
      articles += places.size();
    }
    return wordings.completions(articles);
  }

  /** The rest of headlines that begin as typed. */
  List<Suggestion> titles(CompletionContext stub) throws IOException {
    List<List<BytesRef>> phrase =
        fields.contains(QueryField.TITLE) ? phrase(stub, QueryField.TITLE) : List.of();
    if (phrase.isEmpty()) {
      return List.of();
    }
    int skipped = stub.context().size();
    PlacesQuestion beginning =
        new PlacesQuestion(stub, QueryField.TITLE, phrase, 1, true, PLACES_OF_A_PHRASE);
    return source.places(beginning).stream()
        .map(place -> place.text().substring(place.words().get(skipped).start()))
        .map(rest -> new Suggestion(rest, Kind.TITLE, 1))
        .limit(MOST_TITLES)
        .toList();
  }

  /** The stub's context followed by any word with its prefix; empty if there is none. */
  private List<List<BytesRef>> phrase(CompletionContext stub, QueryField field) throws IOException {
    List<List<BytesRef>> phrase = new ArrayList<>();
    stub.context().forEach(word -> phrase.add(List.of(new BytesRef(word))));
    if (!stub.prefix().isEmpty()) {
      List<BytesRef> ends =
          ends(field, stub.prefix()).stream().map(end -> new BytesRef(end.text())).toList();
      if (ends.isEmpty()) {
        return List.of();
      }
      phrase.add(ends);
    }
    return phrase;
  }

  /** The most frequent words of a field with a prefix. */
  private List<PrefixedTerms.Counted> ends(QueryField field, String prefix) throws IOException {
    var beginning = new KnownWords.Beginning(field, prefix);
    Optional<List<PrefixedTerms.Counted>> known = knownWords.ends().get(beginning);
    if (known.isPresent()) {
      return known.get();
    }
    List<PrefixedTerms.Counted> found = dictionary.beginningWith(field.label(), prefix, MOST_ENDS);
    if (!found.isEmpty()) { // typing errors would fill the cache
      knownWords.ends().keep(beginning, found);
    }
    return found;
  }

  /** Words of the fields with a prefix, each once regardless of accents. */
  private List<Known> known(String prefix, int most) throws IOException {
    Map<String, Known> known = new LinkedHashMap<>();
    for (QueryField field : fields) {
      for (PrefixedTerms.Counted term : ends(field, prefix)) {
        known.merge(
            TermForm.foldedPattern(term.text()),
            new Known(term.text(), field, term.articles()),
            Known::moreFrequent);
      }
    }
    return known.values().stream()
        .sorted(Comparator.comparingInt(Known::articles).reversed())
        .filter(k -> isTelling(k.word()))
        .limit(most)
        .toList();
  }

  /** Whether a word is meaningful alone; a word in most articles is not. */
  private boolean isTelling(String word) {
    return !functionWords.contains(word) && !isPossessive(word) && !isEverywhere(word);
  }

  private static boolean isPossessive(String word) {
    return word.endsWith("'s") || word.endsWith("'");
  }

  private boolean isEverywhere(String word) {
    int all = dictionary.documents();
    return all >= MANY && knownWords.areEverywhere().of(word, w -> frequency(w) > all / 3);
  }

  private int frequency(String word) {
    try {
      return dictionary.documents(new Term(QueryField.BODY.label(), word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
