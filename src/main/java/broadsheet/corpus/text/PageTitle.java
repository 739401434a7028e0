package broadsheet.corpus.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the headline among a page's titles, without the name of its site. */
public final class PageTitle {
  private static final Pattern BORDER =
      Pattern.compile("\\s+[|–—•·»:-]{1,2}\\s+|\\s*[|»]\\s*|:\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST = 4;

  /** The most titles of each kind that are considered. */
  private static final int MOST = 20;

  private static final int LONGEST = 500;

  /** The share of common words that makes two titles the same in different words. */
  private static final double COMMON = 0.6;

  private final List<String> siteNames;

  /**
   * @param siteNames the names of the site, including its host
   */
  public PageTitle(Stream<String> siteNames) {
    this.siteNames = siteNames.map(PageTitle::folded).filter(n -> !n.isEmpty()).toList();
  }

  /** The name of a site without its slogan: the text before the first bar. */
  public static String beforeBar(String siteName) {
    int bar = siteName.indexOf(" | ");
    return bar > 0 ? siteName.substring(0, bar) : siteName;
  }

  /**
   * Chooses the headline. The printed headline is preferred if a stated title confirms it.
   *
   * @param stated titles for machines, most trusted first
   * @param printed the {@code <h1>} elements of the page
   * @param window the {@code <title>}, which often includes the site's name
   * @return empty if there is none
   */
  public String of(List<String> stated, List<String> printed, String window) {
    String last = withoutSite(window);
    List<String> titles =
        ofOneStory(
            stated.stream().limit(MOST).map(this::withoutSite).filter(t -> !t.isEmpty()).toList(),
            last);
    List<String> headlines =
        printed.stream().limit(MOST).filter(h -> !isSite(h)).distinct().toList();
    return confirmed(headlines, Stream.concat(titles.stream(), Stream.of(last)).toList())
        .or(() -> titles.stream().findFirst())
        .or(() -> headlines.size() == 1 ? Optional.of(headlines.getFirst()) : Optional.empty())
        .orElse(last);
  }

  /** The titles that share a word with one that agrees with the window title. */
  private static List<String> ofOneStory(List<String> titles, String window) {
    List<String> agreed = titles.stream().filter(t -> confirms(window, t)).toList();
    return agreed.isEmpty()
        ? titles
        : titles.stream().filter(t -> agreed.stream().anyMatch(a -> isRelated(a, t))).toList();
  }

  private static boolean isRelated(String title, String other) {
    Set<String> words = words(title);
    Set<String> others = words(other);
    boolean hasWords = Math.min(words.size(), others.size()) >= SHORTEST;
    return !hasWords || words.stream().anyMatch(w -> w.length() >= SHORTEST && others.contains(w));
  }

  /** The title without the names of its site at either end; empty if nothing else is left. */
  String withoutSite(String title) {
    String rest = CleanText.line(title);
    for (String before = ""; !rest.equals(before) && rest.length() <= LONGEST; ) {
      before = rest;
      rest = withoutEnd(withoutBeginning(rest));
    }
    return isSite(rest) ? "" : rest;
  }

  private String withoutEnd(String title) {
    Matcher border = BORDER.matcher(title);
    while (border.find()) {
      if (border.start() > 0 && isSite(title.substring(border.end()))) {
        return title.substring(0, border.start());
      }
    }
    return title;
  }

  private String withoutBeginning(String title) {
    Matcher border = BORDER.matcher(title);
    boolean isAfterSite = border.find() && isSite(title.substring(0, border.start()));
    return isAfterSite ? title.substring(border.end()) : title;
  }

  /** Whether an author is the site itself. A news agency stays one on its own site. */
  public boolean isOfSite(String author) {
    return isSite(author) && !Outlets.isAgency(author);
  }

  private boolean isSite(String text) {
    String name = folded(text);
    return name.isEmpty() || siteNames.stream().anyMatch(site -> isSame(site, name));
  }

  /**
   * {@code Lakeport Mail}, {@code lakeportmail.example} and {@code The Lakeport Mail} are the same.
   */
  private static boolean isSame(String site, String name) {
    return site.equals(name)
        || (name.length() >= SHORTEST
            && site.length() >= SHORTEST
            && (("the" + site).equals(name) || ("the" + name).equals(site)));
  }

  private static Optional<String> confirmed(List<String> headlines, List<String> titles) {
    return headlines.stream()
        .filter(h -> titles.stream().anyMatch(title -> confirms(title, h)))
        .findFirst();
  }

  /** Whether one is the beginning of the other, or they share most words. */
  private static boolean confirms(String title, String headline) {
    String shorter = folded(title.length() < headline.length() ? title : headline);
    String longer = folded(title.length() < headline.length() ? headline : title);
    boolean isBeginning = longer.startsWith(shorter) && shorter.length() * 2 > longer.length();
    Set<String> words = words(title);
    Set<String> all = words(headline);
    int most = Math.max(words.size(), all.size());
    all.retainAll(words);
    return isBeginning || all.size() >= COMMON * most;
  }

  private static Set<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Only its letters and digits, in lower case, for comparison. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.appendCodePoint(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
