package broadsheet.names.tag;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.decide.NameDecisions;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.WordLists;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The named-entity tagger: finds what may be a name in an article, with a vote on its kind and what
 * stands around it. One article is tagged alone: what a name is, the archive decides ({@link
 * NameDecisions}). Immutable and thread-safe.
 */
public final class NameTagger {

  /** Names the model and the rules; changes when either changes. */
  public static final String VERSION = "en-2";

  private static final String MODEL = "english.model";

  private final Perceptron perceptron;
  private final Lexicon lexicon;

  NameTagger(NameModel model) {
    perceptron = model.perceptron();
    lexicon = model.lexicon();
  }

  private static final class English {
    private static final NameModel MODEL = read();
    private static final NameTagger TAGGER = new NameTagger(MODEL);

    private static NameModel read() {
      try {
        return NameModel.read(WordLists.open(NameTagger.MODEL));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The tagger for English, loaded at its first use. */
  public static NameTagger english() {
    return English.TAGGER;
  }

  /** Whether there is a tagger for a language, given as BCP 47; none for an unknown language. */
  public static boolean isFor(String language) {
    return language.equals("en") || language.startsWith("en-");
  }

  /** The mentions in an article. */
  public Candidates candidates(Article article) {
    return new ArticleNames(perceptron, lexicon).of(article);
  }

  public Lexicon lexicon() {
    return lexicon;
  }
}
