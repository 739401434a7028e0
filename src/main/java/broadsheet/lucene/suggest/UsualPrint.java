package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.SurfaceForms;
import broadsheet.lucene.analysis.SurfaceWord;
import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.suggest.Spellings.Spelling;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the most frequent surface form of words, with accents and capitals, in a sample of the
 * articles that have them. Not thread-safe.
 */
record UsualPrint(IndexParts parts) {

  private static final int SAMPLED = 8;

  /** Announces words that may be looked up. */
  void announce(List<Spelling> words) {
    words.stream().filter(UsualPrint::isText).map(UsualPrint::places).forEach(parts::announce);
  }

  /** The word as printed, in capitals or small letters where another is typed so. */
  String of(String typed, Spelling word) throws IOException {
    SurfaceForms forms = new SurfaceForms();
    if (isText(word)) {
      for (TextContinuation place : TextContinuations.places(places(word), parts)) {
        SurfaceWord printed = place.words().getFirst();
        forms.add(place.text().substring(printed.start(), printed.end()));
      }
    }
    String printed = forms.counts().isEmpty() ? word.word() : forms.most();
    boolean isSmall = Character.isLowerCase(typed.codePointAt(0));
    return LetterCase.of(typed, isSmall ? printed.toLowerCase(Locale.ROOT) : printed);
  }

  private static boolean isText(Spelling word) {
    return word.field().kind() == QueryField.Kind.TEXT;
  }

  private static PlacesQuestion places(Spelling word) {
    CompletionContext stub = new CompletionContext("", List.of(), 0, word.word());
    List<List<BytesRef>> terms = List.of(List.of(new BytesRef(word.word())));
    return new PlacesQuestion(stub, word.field(), terms, 1, false, SAMPLED);
  }
}
