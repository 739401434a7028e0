package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bylines in Chinese, Japanese and Korean, which separate names with other characters. */
public final class AsianByline {
  private static final Pattern SCRIPT =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[、，,；;|｜]\\s*|\\s+(?:[及与與和]|및)\\s+|(?<=\\p{IsHan})[与與及](?=\\p{IsHan})"
              + "|(?<=\\p{IsHangul})\\s*[·ㆍ]\\s*(?=\\p{IsHangul})");

  /** Words before a name: text, author, reporter. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "^[【〔\\[（(［]?\\s*(?:(?:本報|本报|特約|特约)?(?:記者|记者|通訊員|通讯员|撰文|撰稿|作者|責任編輯|责任编辑|編輯|编辑|文|取材)"
              + "(?:\\s*[:：/／|]\\s*|\\s+|(?=\\p{IsHan}{2,4}(?:[／/、】）)]|\\s|$))))+");

  /** The text after a name: a place, or again a job title. */
  private static final Pattern AFTER =
      Pattern.compile(
          "\\s*(?:[／/]\\s*\\p{IsHan}{1,6}(?:報導|报道|電|电)|(?:報導|报道|記者|记者)(?=[】〕）)\\]］]|\\s|$)"
              + "|\\s(?:선임)?(?:기자|특파원|논설위원)|[=＝].*|[】〕）)\\]］]).*$");

  private static final Pattern ADDRESS = Pattern.compile("[(（]?\\S+@\\S+[)）]?");

  /** {@code [서울=한강뉴스]}: the place and the agency. */
  private static final Pattern DATELINE =
      Pattern.compile("^[\\[(（［【][^\\])）］】]*[=＝][^\\])）］】]*[\\])）］】]\\s*");

  /** {@code 江戸川新聞 山田太郎}: the newspaper before the name. */
  private static final Pattern OUTLET =
      Pattern.compile("^\\p{IsHan}{2,6}(?:新聞|新闻|日報|日报|通信)社?\\s+(?=\\p{IsHan})");

  private static final Pattern OPENING = Pattern.compile("^[【〔\\[（(［]\\s*");

  /** Reporters of a Chinese newspaper, separated by spaces. */
  private static final Pattern REPORTERS =
      Pattern.compile(
          "(?:本报|本報)?(?:记者|通讯员|通訊員)[:：]?\\s*(?<names>\\p{IsHan}{2,4}(?:\\s+\\p{IsHan}{2,4})+)");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private AsianByline() {}

  /** Whether a byline contains letters of these scripts. */
  public static boolean is(String byline) {
    return SCRIPT.matcher(byline).find();
  }

  /** The people as written; a Japanese name may contain a space. */
  public static List<String> people(String byline) {
    String text = DATELINE.matcher(ADDRESS.matcher(byline).replaceAll("").strip()).replaceFirst("");
    Matcher reporters = REPORTERS.matcher(text);
    if (reporters.matches()) {
      return SPACES.splitAsStream(reporters.group("names")).distinct().toList();
    }
    return BETWEEN
        .splitAsStream(text.strip())
        .map(AsianByline::name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String name(String part) {
    String bare = OPENING.matcher(BEFORE.matcher(part.strip()).replaceFirst("")).replaceFirst("");
    String name = OUTLET.matcher(bare).replaceFirst("");
    return AFTER.matcher(name).replaceFirst("").strip();
  }
}
