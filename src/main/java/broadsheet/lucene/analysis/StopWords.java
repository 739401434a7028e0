package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.util.IOUtils;

/**
 * Stop words: function words that carry little meaning by themselves ({@code the}, {@code und}).
 * They are indexed and searchable, but not suggested. Thread-safe.
 */
public final class StopWords {

  private static final Map<String, Supplier<CharArraySet>> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("en", StopWords::english),
          Map.entry("de", GermanAnalyzer::getDefaultStopSet),
          Map.entry("fr", FrenchAnalyzer::getDefaultStopSet),
          Map.entry("es", SpanishAnalyzer::getDefaultStopSet),
          Map.entry("pt", PortugueseAnalyzer::getDefaultStopSet),
          Map.entry("it", ItalianAnalyzer::getDefaultStopSet),
          Map.entry("nl", DutchAnalyzer::getDefaultStopSet),
          Map.entry("ru", RussianAnalyzer::getDefaultStopSet),
          Map.entry("ar", ArabicAnalyzer::getDefaultStopSet),
          Map.entry("hi", HindiAnalyzer::getDefaultStopSet),
          Map.entry("sv", SwedishAnalyzer::getDefaultStopSet),
          Map.entry("no", NorwegianAnalyzer::getDefaultStopSet),
          Map.entry("da", DanishAnalyzer::getDefaultStopSet),
          Map.entry("fi", FinnishAnalyzer::getDefaultStopSet),
          Map.entry("hu", HungarianAnalyzer::getDefaultStopSet),
          Map.entry("ro", RomanianAnalyzer::getDefaultStopSet),
          Map.entry("tr", TurkishAnalyzer::getDefaultStopSet),
          Map.entry("el", GreekAnalyzer::getDefaultStopSet),
          Map.entry("cs", CzechAnalyzer::getDefaultStopSet),
          Map.entry("bg", BulgarianAnalyzer::getDefaultStopSet),
          Map.entry("fa", PersianAnalyzer::getDefaultStopSet),
          Map.entry("bn", BengaliAnalyzer::getDefaultStopSet),
          Map.entry("ca", CatalanAnalyzer::getDefaultStopSet),
          Map.entry("gl", GalicianAnalyzer::getDefaultStopSet),
          Map.entry("lt", LithuanianAnalyzer::getDefaultStopSet),
          Map.entry("lv", LatvianAnalyzer::getDefaultStopSet),
          Map.entry("id", IndonesianAnalyzer::getDefaultStopSet),
          Map.entry("et", EstonianAnalyzer::getDefaultStopSet),
          Map.entry("eu", BasqueAnalyzer::getDefaultStopSet),
          Map.entry("ga", IrishAnalyzer::getDefaultStopSet),
          Map.entry("hy", ArmenianAnalyzer::getDefaultStopSet),
          Map.entry("sr", SerbianAnalyzer::getDefaultStopSet),
          Map.entry("ne", NepaliAnalyzer::getDefaultStopSet),
          Map.entry("ta", TamilAnalyzer::getDefaultStopSet),
          Map.entry("te", TeluguAnalyzer::getDefaultStopSet),
          Map.entry("ckb", SoraniAnalyzer::getDefaultStopSet));

  /** Our lists, for languages for which Lucene has none. */
  private static final Map<String, List<String>> OWN = lists("stop-words.txt");

  private static final ConcurrentMap<String, Set<String>> FOLDED = new ConcurrentHashMap<>();

  private static final ConcurrentMap<Set<String>, Set<String>> JOINED = new ConcurrentHashMap<>();

  private StopWords() {}

  /**
   * The stop words of several languages, folded.
   *
   * @param languages the languages as {@link StemmedLanguages#of} gives them
   */
  public static Set<String> of(Collection<String> languages) {
    if (languages.size() == 1) {
      return of(languages.iterator().next());
    }
    return JOINED.computeIfAbsent(Set.copyOf(languages), StopWords::joined);
  }

  private static Set<String> joined(Set<String> languages) {
    Set<String> words = new HashSet<>();
    languages.forEach(language -> words.addAll(of(language)));
    return Collections.unmodifiableSet(words);
  }

  private static Set<String> of(String language) {
    return FOLDED.computeIfAbsent(language, StopWords::folded);
  }

  private static Set<String> folded(String language) {
    Supplier<CharArraySet> words = BY_LANGUAGE.get(language);
    Set<String> folded = new HashSet<>();
    if (words != null) {
      words.get().forEach(word -> folded.add(TermForm.foldedPattern(new String((char[]) word))));
    }
    OWN.getOrDefault(language, List.of()).forEach(word -> folded.add(TermForm.foldedPattern(word)));
    return Collections.unmodifiableSet(folded);
  }

  /** All languages that have a list. */
  static Stream<String> languages() {
    return Stream.concat(BY_LANGUAGE.keySet().stream(), OWN.keySet().stream());
  }

  /** Whether the list of a language is ours because Lucene has none. */
  static boolean isOwn(String language) {
    return OWN.containsKey(language);
  }

  /**
   * Reads lists of words of our own.
   *
   * @param name the name of the resource: a language a line, its BCP 47 code and the words
   */
  static Map<String, List<String>> lists(String name) {
    return lines(name).stream()
        .map(line -> List.of(line.split(" ")))
        .collect(Collectors.toMap(List::getFirst, words -> words.subList(1, words.size())));
  }

  /** The lines of a resource of our own, without comments and empty ones. */
  static List<String> lines(String name) {
    try (InputStream list =
        IOUtils.requireResourceNonNull(StopWords.class.getResourceAsStream(name), name)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Snowball's list; the default of Lucene's English analyzer has only 33 words. */
  private static CharArraySet english() {
    try (Reader words =
        new InputStreamReader(
            IOUtils.requireResourceNonNull(
                SnowballFilter.class.getResourceAsStream("english_stop.txt"), "english_stop.txt"),
            StandardCharsets.UTF_8)) {
      return WordlistLoader.getSnowballWordSet(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
