package broadsheet.verify;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Extracts from a draft what can be looked for in an archive. Stateless. */
public final class DraftClaims {

  /** The most claims of a draft that are checked. */
  public static final int MOST = 500;

  /** A shorter quotation quotes a word, not a speech. */
  private static final int FEWEST_QUOTED = 4;

  /** The same of a sentence. */
  private static final int FEWEST_OF_SENTENCE = 6;

  /** The longest text that is compared as one; a longer quotation is cut at its paragraphs. */
  private static final int LONGEST = 1_500;

  private DraftClaims() {}

  /**
   * The claims of a draft in its order, at most {@value #MOST}.
   *
   * @param hasSentences whether sentences without a quotation are claims as well
   */
  public static List<Claim> in(String draft, boolean hasSentences) {
    String text = draft.replace("\r\n", "\n").replace('\r', '\n');
    List<Claim> claims = new ArrayList<>();
    int at = 0;
    for (Quotations.Range range : Quotations.in(text)) {
      if (words(text.substring(range.start(), range.end())) >= FEWEST_QUOTED) {
        addSentences(text.substring(at, range.start()), hasSentences, claims);
        addQuotation(text, range, claims);
        at = range.end();
      }
    }
    addSentences(text.substring(at), hasSentences, claims);
    return List.copyOf(claims.subList(0, Math.min(MOST, claims.size())));
  }

  private static void addQuotation(String text, Quotations.Range range, List<Claim> claims) {
    Attribution said = Attribution.of(text, range.start(), range.end());
    String speaker = said.isBeside() ? said.speaker() : "";
    String quoted = text.substring(range.start(), range.end());
    List<String> parts =
        quoted.length() <= LONGEST ? List.of(quoted) : List.of(quoted.split("\\n+", -1));
    for (String part : parts) {
      if (words(part) >= FEWEST_QUOTED) {
        claims.add(new Claim(cut(part), speaker, true));
      }
    }
  }

  private static void addSentences(String text, boolean isWanted, List<Claim> claims) {
    if (!isWanted) {
      return;
    }
    for (String paragraph : text.split("\\n\\s*\\n", -1)) {
      BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
      sentences.setText(paragraph);
      int from = sentences.first();
      for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
        String sentence = paragraph.substring(from, to);
        if (words(sentence) >= FEWEST_OF_SENTENCE) {
          claims.add(new Claim(cut(sentence), "", false));
        }
        from = to;
      }
    }
  }

  private static String cut(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
  }

  private static int words(String text) {
    return ComparedWords.of(text).size();
  }
}
