package broadsheet.lucene.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * The languages with stemming, and the stemmer of each. If Lucene has both a light stemmer, which
 * removes endings of number, gender and case, and a Snowball stemmer, which removes more, the light
 * one is used: it keeps more words apart that differ to a reader. Thread-safe.
 *
 * <p>Sources: Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian
 * languages", SAC 2006; Porter, "Snowball: a language for stemming algorithms", 2001.
 */
public final class StemmedLanguages {

  /** The code for languages without a stemmer here, and for an unknown language. */
  public static final String NONE = "und";

  /**
   * The stemming of a language.
   *
   * @param isOfPrinted whether the stemmer gets the word with its accents, which its rules need, or
   *     the folded word, so that a word typed without accents has the same stem
   */
  record Stemming(UnaryOperator<TokenStream> filter, boolean isOfPrinted) {

    private static Stemming ofFolded(UnaryOperator<TokenStream> stemmer) {
      return new Stemming(stemmer, false);
    }

    private static Stemming ofPrinted(UnaryOperator<TokenStream> stemmer) {
      return new Stemming(words -> new ASCIIFoldingFilter(stemmer.apply(words)), true);
    }
  }

  static final Stemming UNSTEMMED = new Stemming(words -> words, false);

  private static final Map<String, Stemming> BY_LANGUAGE =
      Map.ofEntries(
          // Unlike Porter's original stemmer, it keeps "news" apart from "new".
          Map.entry("en", Stemming.ofFolded(w -> new SnowballFilter(w, new EnglishStemmer()))),
          Map.entry("de", Stemming.ofFolded(GermanLightStemFilter::new)),
          Map.entry("fr", Stemming.ofPrinted(FrenchLightStemFilter::new)),
          Map.entry("es", Stemming.ofFolded(SpanishLightStemFilter::new)),
          Map.entry("pt", Stemming.ofPrinted(PortugueseLightStemFilter::new)),
          // The light stemmer leaves short words alone and keeps "libri" apart from "libro".
          Map.entry("it", Stemming.ofPrinted(w -> new SnowballFilter(w, new ItalianStemmer()))),
          Map.entry("nl", Stemming.ofFolded(w -> new SnowballFilter(w, new DutchStemmer()))),
          Map.entry("ru", Stemming.ofFolded(RussianLightStemFilter::new)),
          Map.entry("ar", Stemming.ofFolded(ArabicStemFilter::new)),
          Map.entry("hi", Stemming.ofFolded(HindiStemFilter::new)),
          Map.entry("sv", Stemming.ofPrinted(SwedishLightStemFilter::new)),
          Map.entry("no", Stemming.ofPrinted(NorwegianLightStemFilter::new)),
          Map.entry("da", Stemming.ofPrinted(w -> new SnowballFilter(w, new DanishStemmer()))),
          Map.entry("fi", Stemming.ofFolded(FinnishLightStemFilter::new)),
          Map.entry("hu", Stemming.ofFolded(HungarianLightStemFilter::new)),
          Map.entry("ro", Stemming.ofPrinted(w -> new SnowballFilter(w, new RomanianStemmer()))),
          Map.entry("tr", Stemming.ofPrinted(StemmedLanguages::turkish)),
          Map.entry("el", Stemming.ofFolded(GreekStemFilter::new)),
          Map.entry("cs", Stemming.ofPrinted(CzechStemFilter::new)),
          Map.entry("bg", Stemming.ofFolded(BulgarianStemFilter::new)),
          Map.entry("fa", Stemming.ofFolded(PersianStemFilter::new)),
          Map.entry("bn", Stemming.ofFolded(StemmedLanguages::bengali)),
          Map.entry("ca", Stemming.ofPrinted(w -> new SnowballFilter(w, new CatalanStemmer()))),
          Map.entry("gl", Stemming.ofPrinted(GalicianStemFilter::new)),
          Map.entry("lt", Stemming.ofPrinted(w -> new SnowballFilter(w, new LithuanianStemmer()))),
          Map.entry("lv", Stemming.ofPrinted(LatvianStemFilter::new)),
          Map.entry("id", Stemming.ofFolded(IndonesianStemFilter::new)),
          Map.entry("et", Stemming.ofPrinted(w -> new SnowballFilter(w, new EstonianStemmer()))),
          Map.entry("eu", Stemming.ofPrinted(w -> new SnowballFilter(w, new BasqueStemmer()))),
          Map.entry("ga", Stemming.ofPrinted(w -> new SnowballFilter(w, new IrishStemmer()))),
          Map.entry("hy", Stemming.ofFolded(w -> new SnowballFilter(w, new ArmenianStemmer()))),
          // Handles both scripts, turning Cyrillic into Latin.
          Map.entry("sr", Stemming.ofPrinted(w -> new SnowballFilter(w, new SerbianStemmer()))),
          Map.entry("yi", Stemming.ofFolded(w -> new SnowballFilter(w, new YiddishStemmer()))),
          Map.entry("ne", Stemming.ofPrinted(w -> new SnowballFilter(w, new NepaliStemmer()))),
          Map.entry("ta", Stemming.ofFolded(w -> new SnowballFilter(w, new TamilStemmer()))),
          Map.entry("te", Stemming.ofFolded(StemmedLanguages::telugu)),
          Map.entry("ckb", Stemming.ofFolded(StemmedLanguages::sorani)));

  private static final int LAST_LATIN = 0x024F;

  /** The letters beyond a to z in words of a language, including common loanwords. */
  private static final Map<String, String> ACCENTED =
      Map.ofEntries(
          Map.entry("de", "äöüßéèêàáâçñôîóëï"),
          Map.entry("fr", "àâæçéèêëîïôœùûüÿñ"),
          Map.entry("es", "áéíóúüñç"),
          Map.entry("pt", "áâãàçéêíóôõúüèñ"),
          Map.entry("it", "àèéìíîòóùúç"),
          Map.entry("nl", "éëïóöüèêáàâçíñú"),
          Map.entry("sv", "åäöéèüáàç"),
          Map.entry("no", "åæøéèêòóôüäöàâç"),
          Map.entry("da", "åæøéèáíóúýüäöàç"),
          Map.entry("fi", "äöåšžéü"),
          Map.entry("hu", "áéíóöőúüű"),
          Map.entry("ro", "ăâîșțşţéáóöü"),
          Map.entry("tr", "çğıöşüâîûi̇"),
          Map.entry("cs", "áčďéěíňóřšťúůýžöüä"),
          Map.entry("ca", "àçèéíïòóúüŀñ"),
          Map.entry("gl", "áéíóúüñïç"),
          Map.entry("lt", "ąčęėįšųūž"),
          Map.entry("lv", "āčēģīķļņšūžōŗ"),
          Map.entry("et", "äõöüšžé"),
          Map.entry("eu", "ñüç"),
          Map.entry("ga", "áéíóúḃċḋḟġṁṗṡṫ"));

  private StemmedLanguages() {}

  /** Turkish endings follow a name after an apostrophe: {@code Ankara'da}. */
  private static TokenStream turkish(TokenStream words) {
    return new SnowballFilter(new ApostropheFilter(words), new TurkishStemmer());
  }

  private static TokenStream bengali(TokenStream words) {
    return new BengaliStemFilter(new BengaliNormalizationFilter(words));
  }

  private static TokenStream telugu(TokenStream words) {
    return new TeluguStemFilter(new TeluguNormalizationFilter(words));
  }

  private static TokenStream sorani(TokenStream words) {
    return new SoraniStemFilter(new SoraniNormalizationFilter(words));
  }

  /**
   * The language whose rules apply to an article: {@code pt} for {@code pt-BR}. Some languages have
   * stop words but no stemmer.
   *
   * @param tag BCP 47; may be empty
   * @return two or three letters; {@link #NONE} where there are neither stems nor stop words
   */
  public static String of(String tag) {
    int end = tag.indexOf('-');
    String language = end < 0 ? tag : tag.substring(0, end);
    return switch (language) {
      case "nb", "nn" -> "no";
      case "hr", "bs", "sh" -> "sr";
      default -> BY_LANGUAGE.containsKey(language) || StopWords.isOwn(language) ? language : NONE;
    };
  }

  /** Whether words that differ only in accents may have different stems. */
  public static boolean isStemOfPrinted(String language) {
    return stemming(language).isOfPrinted();
  }

  /**
   * Whether endings follow a name after an apostrophe ({@code Ankara'da}), so that the printed word
   * includes its ending.
   */
  public static boolean hasEndingsBehindApostrophe(String language) {
    return language.equals("tr");
  }

  /**
   * Whether a word has only letters of a language. Otherwise it is foreign and must not be stemmed
   * by that language's rules: French rules turn {@code Häuser} into {@code hausse}.
   *
   * @param word the word in lower case, with its accents
   */
  public static boolean isWrittenIn(String language, String word) {
    String letters = ACCENTED.get(language);
    return letters == null
        || word.chars().allMatch(c -> c < 0x80 || c > LAST_LATIN || letters.indexOf(c) >= 0);
  }

  /** All languages that have a stemmer, two or three letters each. */
  static Iterable<String> all() {
    return BY_LANGUAGE.keySet();
  }

  /**
   * The rules of one language; {@link #UNSTEMMED} for a language that {@link #of} does not return.
   */
  static Stemming stemming(String language) {
    return BY_LANGUAGE.getOrDefault(language, UNSTEMMED);
  }
}
