package broadsheet.lucene.meaning;

import broadsheet.engine.EmbeddingModel;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The scripts that the languages of a model are written in. */
final class Scripts {
  private Scripts() {}

  /**
   * Whether a model can know any word of a text: without a letter of its scripts, likeness is
   * chance. A text without letters, such as a year, can be of any language.
   */
  static boolean fit(EmbeddingModel model, String text) {
    if (model.languages().contains(EmbeddingModel.ANY_LANGUAGE)) {
      return true;
    }
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    Set<Integer> scripts =
        model.languages().stream()
            .flatMap(language -> Arrays.stream(of(language)).boxed())
            .collect(Collectors.toSet());
    return letters.length == 0
        || scripts.isEmpty()
        || Arrays.stream(letters).anyMatch(letter -> scripts.contains(UScript.getScript(letter)));
  }

  private static int[] of(String language) {
    int[] scripts = UScript.getCode(ULocale.forLanguageTag(language));
    return scripts == null ? new int[0] : scripts;
  }
}
