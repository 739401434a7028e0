package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/** Reads bylines in Chinese, Japanese and Korean, which separate names with other characters. */
public final class AsianByline {
  private static final Pattern SCRIPT =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]");

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[、，,；;|｜]\\s*|\\s+(?:[及与與和]|및)\\s+|(?<=\\p{IsHan})[与與及](?=\\p{IsHan})");

  /** Words before a name: text, author, reporter. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "^[【\\[（(［]?\\s*(?:(?:本報|本报|特約|特约)?(?:記者|记者|通訊員|通讯员|撰文|撰稿|作者|責任編輯|责任编辑|編輯|编辑|文|取材)"
              + "(?:\\s*[:：/／|]\\s*|\\s+|(?=\\p{IsHan}{2,4}(?:[／/、】）)]|\\s|$))))+");

  /** What follows a name: a place, or again a job title. */
  private static final Pattern AFTER =
      Pattern.compile(
          "\\s*(?:[／/]\\s*\\p{IsHan}{1,6}(?:報導|报道|電|电)|(?:報導|报道|記者|记者)(?=[】）)\\]］]|\\s|$)"
              + "|\\s(?:선임)?(?:기자|특파원|논설위원)|[=＝].*|[】）)\\]］]).*$");

  private static final Pattern ADDRESS = Pattern.compile("[(（]?\\S+@\\S+[)）]?");

  private AsianByline() {}

  /** Whether a byline contains letters of these scripts. */
  public static boolean is(String byline) {
    return SCRIPT.matcher(byline).find();
  }

  /** The people as written; a Japanese name may contain a space. */
  public static List<String> people(String byline) {
    String text = ADDRESS.matcher(byline).replaceAll("");
    return BETWEEN
        .splitAsStream(text.strip())
        .map(AsianByline::name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String name(String part) {
    String name = BEFORE.matcher(part.strip()).replaceFirst("");
    return AFTER.matcher(name).replaceFirst("").strip();
  }
}
