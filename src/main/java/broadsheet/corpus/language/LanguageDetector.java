package broadsheet.corpus.language;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Detects the language of an article whose source does not state it, or states one that the text
 * contradicts. Tries in turn the script, if only one language uses it; the function words, if they
 * are clear; and OpenNLP's model, if it is confident and the function words do not contradict it.
 * Otherwise the language stays unknown. Thread-safe.
 */
public final class LanguageDetector {

  /** The size of one sample from an article, in UTF-16 units. */
  private static final int SAMPLE = 600;

  /** The model's confidence (0 to 1) below which its result is rejected. */
  private static final double CONFIDENT = 0.6;

  /** The fewest letters with which a single-language script decides; ideographs need more. */
  private static final int FEWEST_LETTERS = 5;

  private static final int FEWEST_IDEOGRAPHS = 20;

  /** A shorter text, in UTF-16 units, contradicts nothing. */
  private static final int SHORTEST_AGAINST = 100;

  /** Languages that share a script, and whose texts may show the other. */
  private static final Map<String, String> NEIGHBOURS = Map.of("ja", "zh", "he", "yi");

  private LanguageDetector() {}

  /**
   * The article with its language, if that was not stated, or the text contradicts it, and can be
   * detected; otherwise unchanged.
   */
  public static Article completed(Article article) {
    String language = article.language().isEmpty() ? of(article) : instead(article);
    return language.isEmpty()
        ? article
        : article.toBuilder().language(language, LanguageBasis.DETECTED).build();
  }

  /**
   * The language that the middle, the start and the end of a text show clearly, where it is not the
   * stated one; otherwise empty.
   */
  private static String instead(Article article) {
    String stated = article.language().split("-", 2)[0];
    String text = text(article);
    if (text.length() < SHORTEST_AGAINST) {
      return "";
    }
    String middle = sample(text, (text.length() - SAMPLE) / 2);
    String shown = contradicting(stated, middle);
    return !shown.isEmpty()
            && contradicting(stated, sample(text, 0)).equals(shown)
            && contradicting(stated, sample(text, text.length() - SAMPLE)).equals(shown)
        ? shown
        : "";
  }

  private static String contradicting(String stated, String text) {
    String shown = unmodelled(text);
    boolean isOther =
        !shown.isEmpty()
            && !shown.equals(stated)
            && !shown.equals(NEIGHBOURS.get(stated))
            && FunctionWords.areAgainst(stated, text);
    return isOther ? shown : "";
  }

  /** The middle decides if it is clear; otherwise the middle, start and end vote. */
  private static String of(Article article) {
    String text = text(article);
    String middle = sample(text, (text.length() - SAMPLE) / 2);
    String clear = unmodelled(middle);
    if (!clear.isEmpty() || text.length() <= SAMPLE) {
      return clear.isEmpty() ? of(middle) : clear;
    }
    return elected(List.of(middle, sample(text, 0), sample(text, text.length() - SAMPLE)));
  }

  /** The language of a majority of the texts whose language can be detected; otherwise empty. */
  private static String elected(List<String> texts) {
    List<String> told =
        texts.stream().map(LanguageDetector::of).filter(language -> !language.isEmpty()).toList();
    for (String language : told) {
      if (2 * Collections.frequency(told, language) > told.size()) {
        return language;
      }
    }
    return "";
  }

  /** The language of a text as BCP 47; empty if it cannot be detected. */
  public static String of(String text) {
    String clear = unmodelled(text);
    if (!clear.isEmpty() || !Script.of(text).language().isEmpty()) {
      return clear;
    }
    FunctionWords.Verdict words = FunctionWords.of(text);
    if (words.words() < FunctionWords.FEWEST_WORDS) {
      return "";
    }
    String modelled = modelled(text);
    return words.areAgainst(modelled) ? "" : modelled;
  }

  /** The result from script or function words; Yiddish shares its script with Hebrew. */
  private static String unmodelled(String text) {
    Script script = Script.of(text);
    String scripts = script.language();
    if (scripts.isEmpty()) {
      return FunctionWords.of(text).language();
    }
    int fewest = scripts.equals("zh") ? FEWEST_IDEOGRAPHS : FEWEST_LETTERS;
    if (script.letters() < fewest) {
      return "";
    }
    String words = scripts.equals("he") ? FunctionWords.of(text).language() : "";
    return words.isEmpty() ? scripts : words;
  }

  /** The model's result, if it is confident. */
  public static String modelled(String text) {
    Language best = Model.DETECTOR.predictLanguage(text);
    return best.getConfidence() >= CONFIDENT ? LanguageTag.of(best.getLang()) : "";
  }

  /** The body; for a short article, everything. */
  private static String text(Article article) {
    String body = String.join(" ", article.paragraphs());
    return body.length() >= SAMPLE
        ? body
        : String.join(" ", article.title(), article.standfirst(), body);
  }

  private static String sample(String text, int from) {
    int start = Math.max(0, from);
    return text.substring(start, Math.min(text.length(), start + SAMPLE));
  }

  /** Loaded only when nothing else decides, since it takes half a second and 60 MB. */
  private static final class Model {
    static final ThreadSafeLanguageDetectorME DETECTOR = load();

    private static ThreadSafeLanguageDetectorME load() {
      try (InputStream in = LanguageDetector.class.getResourceAsStream("/langdetect-183.bin")) {
        return new ThreadSafeLanguageDetectorME(
            new LanguageDetectorModel(Objects.requireNonNull(in, "no language model")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
