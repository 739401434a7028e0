package broadsheet.corpus;

import broadsheet.article.Article;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Tells what language an article is in whose source does not say. Asks in this order: the script,
 * where it is one language's; the function words, where they are clear; OpenNLP's model, where it
 * is confident. Else, and where there are few words, the language stays unknown. Thread-safe.
 */
final class LanguageDetector {

  /** How much of an article is looked at, in UTF-16 units, from the middle of its body. */
  private static final int SAMPLE = 600;

  /** The model's confidence (0 to 1) below which it is not believed. */
  private static final double CONFIDENT = 0.6;

  /** A script of one language decides from so many letters on; ideographs need more. */
  private static final int FEWEST_LETTERS = 5;

  private static final int FEWEST_IDEOGRAPHS = 20;

  private LanguageDetector() {}

  /** The article with its language, if that was not stated and can be told; else as it is. */
  static Article completed(Article article) {
    if (!article.language().isEmpty()) {
      return article;
    }
    String language = of(sample(article));
    return language.isEmpty() ? article : article.toBuilder().language(language).build();
  }

  /** The language of a text as BCP 47; empty where it cannot be told. */
  static String of(String text) {
    Script script = Script.of(text);
    if (!script.language().isEmpty()) {
      int fewest = script.language().equals("zh") ? FEWEST_IDEOGRAPHS : FEWEST_LETTERS;
      return script.letters() >= fewest ? script.language() : "";
    }
    FunctionWords.Verdict words = FunctionWords.of(text);
    return words.words() < FunctionWords.FEWEST_WORDS || !words.language().isEmpty()
        ? words.language()
        : modelled(text);
  }

  /** What the model says, where it is confident. */
  static String modelled(String text) {
    Language best = Model.DETECTOR.predictLanguage(text);
    return best.getConfidence() >= CONFIDENT ? LanguageTag.of(best.getLang()) : "";
  }

  /** A part of the body around its middle; of a short article everything. */
  private static String sample(Article article) {
    List<String> paragraphs = article.paragraphs();
    int length = paragraphs.stream().mapToInt(String::length).sum();
    StringBuilder sample = new StringBuilder(SAMPLE + paragraphs.size());
    if (length < SAMPLE) {
      sample.append(article.title()).append(' ').append(article.standfirst()).append(' ');
    }
    int skipped = Math.max(0, (length - SAMPLE) / 2);
    for (String paragraph : paragraphs) {
      int from = Math.min(skipped, paragraph.length());
      skipped -= from;
      int to = Math.min(paragraph.length(), from + Math.max(0, SAMPLE - sample.length()));
      sample.append(paragraph, from, to).append(' ');
    }
    return sample.toString();
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
