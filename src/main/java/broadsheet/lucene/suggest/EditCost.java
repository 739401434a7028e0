package broadsheet.lucene.suggest;

/**
 * A weighted Damerau-Levenshtein distance: the unlikeliness that a word is typed as another, as a
 * negative logarithm. A letter that is left out, doubled or swapped with the next is likelier than
 * one particular letter instead of, or beside, the right one. Stateless.
 *
 * <p>Source: Kernighan, Church and Gale, "A spelling correction program based on a noisy channel
 * model", COLING 1990.
 */
final class EditCost {

  /**
   * The cost of any edit: about one word in so many, as a logarithm, is misspelt. A left-out,
   * doubled or swapped letter costs no more.
   */
  static final double EDIT = 5;

  /** The cost of a certain letter, of 26, beyond that of any edit. */
  private static final double LETTER = 2;

  /** The cost of a vowel instead of another. */
  private static final double VOWEL = 1;

  /** The cost of an edit of the first letter, beyond that of others. */
  private static final double FIRST = 1;

  private static final String VOWELS = "aeiouy";

  private final int[] typed;
  private final int[] word;

  private EditCost(String typed, String word) {
    this.typed = typed.codePoints().toArray();
    this.word = word.codePoints().toArray();
  }

  /** The cost of the cheapest edits that turn a word into what was typed; 0 for none. */
  static double of(String typed, String word) {
    return new EditCost(typed, word).least();
  }

  private double least() {
    double[][] least = new double[typed.length + 1][word.length + 1];
    for (int i = 0; i <= typed.length; i++) {
      for (int j = 0; j <= word.length; j++) {
        least[i][j] = i + j == 0 ? 0 : Double.POSITIVE_INFINITY;
        if (i > 0) {
          least[i][j] = Math.min(least[i][j], least[i - 1][j] + added(i - 1));
        }
        if (j > 0) {
          least[i][j] = Math.min(least[i][j], least[i][j - 1] + first(j - 1));
        }
        if (i > 0 && j > 0) {
          least[i][j] = Math.min(least[i][j], least[i - 1][j - 1] + replaced(i - 1, j - 1));
        }
        if (i > 1 && j > 1 && isSwapped(i - 1, j - 1)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + first(j - 2));
        }
      }
    }
    return least[typed.length][word.length];
  }

  private static double first(int at) {
    return at == 0 ? EDIT + FIRST : EDIT;
  }

  private double added(int at) {
    boolean isDoubled =
        (at > 0 && typed[at - 1] == typed[at])
            || (at + 1 < typed.length && typed[at + 1] == typed[at]);
    return first(at) + (isDoubled ? 0 : LETTER);
  }

  private double replaced(int typedAt, int wordAt) {
    if (typed[typedAt] == word[wordAt]) {
      return 0;
    }
    boolean areVowels = isVowel(typed[typedAt]) && isVowel(word[wordAt]);
    return first(wordAt) + (areVowels ? VOWEL : LETTER);
  }

  private boolean isSwapped(int typedAt, int wordAt) {
    return typed[typedAt] == word[wordAt - 1] && typed[typedAt - 1] == word[wordAt];
  }

  private static boolean isVowel(int letter) {
    return VOWELS.indexOf(letter) >= 0;
  }
}
