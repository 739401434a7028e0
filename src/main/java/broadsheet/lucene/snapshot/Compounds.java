package broadsheet.lucene.snapshot;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Finds compounds that begin with a word: {@code Klimawandel} for {@code Klima}. The rest must
 * itself be a word that several articles have, with or without linking letters; thus {@code
 * Bankett} does not count for {@code Bank}. Only beginnings are searched, because the terms are
 * sorted by them. Thread-safe.
 */
final class Compounds {

  /** Shorter words begin too many others by chance. */
  private static final int SHORTEST_FIRST = 4;

  private static final int SHORTEST_REST = 4;

  /** The fewest articles that must have the rest as a word of its own. */
  private static final int FEWEST_ARTICLES = 3;

  /** The most compounds to return, and the most candidates to check, the most frequent first. */
  private static final int MOST = 32;

  private static final int MOST_TRIED = 256;

  /** Letters that link the parts of a compound, by language. */
  private static final Map<String, List<String>> JOINTS =
      Map.of(
          "de", List.of("", "s", "n", "en", "es", "er"),
          "nl", List.of("", "s", "en", "e"),
          "sv", List.of("", "s"),
          "da", List.of("", "s", "e"),
          "no", List.of("", "s", "e"));

  /** Suffixes of derived and inflected words, some of which are words as well. */
  private static final Pattern DERIVED =
      Pattern.compile(
          "(?:end(?:en|er|es|em|e)?$|schaft|heit|keit|haft|lich|isch|barkeit|losigkeit|losen|loser|loses|losem|lose$|voll"
              + "|weise$|artig|fach|ling|heid|schap|lijk|loos|loze|skap|het|lig|inn).*");

  private final Dictionary dictionary;

  Compounds(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * The most frequent compounds, as terms of the field of all words.
   *
   * @param language the language as {@code StemmedLanguages.of} gives it; only some have compounds
   * @param forms the forms of the word, folded
   */
  List<String> of(String language, Collection<String> forms) {
    Set<String> found = new LinkedHashSet<>();
    List<String> joints = JOINTS.getOrDefault(language, List.of());
    for (String form : forms) {
      if (!joints.isEmpty() && form.length() >= SHORTEST_FIRST) {
        addThose(form, joints, found);
      }
    }
    return new ArrayList<>(found);
  }

  private void addThose(String first, List<String> joints, Set<String> found) {
    try {
      for (PrefixedTerms.Counted term :
          dictionary.beginningWith(IndexSchema.ALL_WORDS, first, MOST_TRIED)) {
        if (found.size() < MOST && isCompound(term.text().substring(first.length()), joints)) {
          found.add(term.text());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isCompound(String rest, List<String> joints) throws IOException {
    for (String joint : joints) {
      if (rest.startsWith(joint) && isWord(rest.substring(joint.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWord(String text) throws IOException {
    return text.length() >= SHORTEST_REST
        && text.chars().allMatch(Character::isLetter)
        && !DERIVED.matcher(text).matches()
        && dictionary.documents(new Term(IndexSchema.ALL_WORDS, new BytesRef(text)))
            >= FEWEST_ARTICLES;
  }
}
