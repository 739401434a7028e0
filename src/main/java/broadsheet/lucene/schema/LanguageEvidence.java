package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * What an article says of the languages of its source, or asks of them: the one term of {@link
 * IndexSchema#LANGUAGE_EVIDENCE}. So languages can be counted, and articles without one of their
 * own be found, without reading any article. Immutable.
 *
 * @param isOwn whether the language was stated or detected; else it is assumed, or still unknown
 * @param source the outlet; empty where there is none
 * @param script see {@link TextScript}
 * @param language two or three letters, without a country; empty where it is unknown
 */
public record LanguageEvidence(boolean isOwn, String source, String script, String language) {

  /** How the term of an article begins that has a language of its own. */
  public static final String OWN = "+";

  /** How the term of any other article begins. */
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

  /** As a term of the index. */
  String term() {
    return String.join(SEPARATOR, isOwn ? OWN : ASKING, source, script, language);
  }
}
