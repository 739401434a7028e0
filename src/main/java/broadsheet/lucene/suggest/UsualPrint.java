package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.PrintedForms;
import broadsheet.lucene.analysis.PrintedWord;
import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.suggest.Spellings.Spelling;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * Finds how words are usually printed, with their accents and their capitals, in a sample of the
 * articles that have them. Not thread-safe.
 */
record UsualPrint(PlaceSource articles) {

  private static final int SAMPLED = 8;

  /** Announces words that may be looked up. */
  void announce(List<Spelling> words) {
    articles.announcePlaces(
        words.stream().filter(UsualPrint::isText).map(UsualPrint::places).toList());
  }

  /** The word as printed, in capitals or small letters where another is typed so. */
  String of(String typed, Spelling word) throws IOException {
    PrintedForms forms = new PrintedForms();
    if (isText(word)) {
      for (PrintedPlace place : articles.places(places(word))) {
        PrintedWord printed = place.words().getFirst();
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

  private static PlacesWanted places(Spelling word) {
    CompletionContext stub = new CompletionContext("", List.of(), 0, word.word());
    List<List<BytesRef>> terms = List.of(List.of(new BytesRef(word.word())));
    return new PlacesWanted(stub, word.field(), terms, 1, false, SAMPLED);
  }
}
