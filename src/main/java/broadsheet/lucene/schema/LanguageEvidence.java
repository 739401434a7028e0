package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * The one term of {@link IndexSchema#LANGUAGE_EVIDENCE}: evidence an article gives of the language
 * of its source, or its request for such evidence. It lets languages be counted, and articles
 * without their own be found, without reading any article. Immutable.
 *
 * @param isOwn whether the language was stated or detected rather than assumed or unknown
 * @param source the outlet; empty where there is none
 * @param script see {@link TextScript}
 * @param language two or three letters, without a country; empty where it is unknown
 */
public record LanguageEvidence(boolean isOwn, String source, String script, String language) {

  /** Prefix of the term of an article with a language of its own. */
  public static final String OWN = "+";

  /** Prefix of the term of any other article. */
  public static final String ASKING = "-";

  private static final String SEPARATOR = "\0";

  static LanguageEvidence of(Article article) {
    LanguageBasis basis = article.languageBasis();
    return new LanguageEvidence(
        basis.isOwn(),
        FacetValues.indexed(article.source()),
        TextScript.of(article),
        basis.isOwn()
            ? Locale.forLanguageTag(article.language()).getLanguage()
            : article.language());
  }

  /** Reads a term of the index. */
  public static LanguageEvidence of(BytesRef term) {
    String[] parts = term.utf8ToString().split(SEPARATOR, -1);
    return new LanguageEvidence(parts[0].equals(OWN), parts[1], parts[2], parts[3]);
  }

  /** Returns the evidence as a term of the index. */
  String term() {
    return String.join(SEPARATOR, isOwn ? OWN : ASKING, source, script, language);
  }
}
