package broadsheet.corpus.language;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Detects the language of an article whose source does not state it. Asks in this order: the
 * script, where it is one language's; the function words, where they are clear; OpenNLP's model,
 * where it is confident and the function words do not speak against it. Else the language stays
 * unknown. Thread-safe.
 */
public final class LanguageDetector {

  /** How much of an article is looked at in one place, in UTF-16 units. */
  private static final int SAMPLE = 600;

  /** The model's confidence (0 to 1) below which it is not believed. */
  private static final double CONFIDENT = 0.6;

  /** A script of one language decides from so many letters on; ideographs need more. */
  private static final int FEWEST_LETTERS = 5;

  private static final int FEWEST_IDEOGRAPHS = 20;

  private LanguageDetector() {}

  /** The article with its language, if that was not stated and can be told; else as it is. */
  public static Article completed(Article article) {
    if (!article.language().isEmpty()) {
      return article;
    }
    String language = of(article);
    return language.isEmpty()
        ? article
        : article.toBuilder().language(language, LanguageBasis.DETECTED).build();
  }

  /** The middle decides where it is clear; else the middle, the start and the end vote. */
  private static String of(Article article) {
    String text = text(article);
    String middle = sample(text, (text.length() - SAMPLE) / 2);
    String clear = unmodelled(middle);
    if (!clear.isEmpty() || text.length() <= SAMPLE) {
      return clear.isEmpty() ? of(middle) : clear;
    }
    return elected(List.of(middle, sample(text, 0), sample(text, text.length() - SAMPLE)));
  }

  /** The language of more than half of the texts of which it can be told; else empty. */
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

  /** The language of a text as BCP 47; empty where it cannot be told. */
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

  /** What script or function words say; Yiddish shares its script with Hebrew. */
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

  /** What the model says, where it is confident. */
  public static String modelled(String text) {
    Language best = Model.DETECTOR.predictLanguage(text);
    return best.getConfidence() >= CONFIDENT ? LanguageTag.of(best.getLang()) : "";
  }

  /** The body; of a short article everything. */
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

  /** Takes half a second to load, and 60 MB: only what no other way decides is worth it. */
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
