package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import broadsheet.corpus.record.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the text of RTF. Pictures, styles, headers, comments, and deleted and hidden text are left
 * out; notes come at the end. Source: Rich Text Format Specification 1.9.1, Microsoft, 2008. Use
 * once.
 */
final class RtfReader {
  /** Groups nested deeper are not remembered one by one. */
  private static final int DEEPEST = 1_000;

  private static final Set<String> LEFT_OUT =
      Set.of(
          "colortbl",
          "stylesheet",
          "pict",
          "object",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "fldinst",
          "nonshppict",
          "listtable",
          "listoverridetable",
          "revtbl",
          "rsidtbl",
          "generator",
          "xmlnstbl",
          "themedata",
          "colorschememapping",
          "datastore",
          "latentstyles",
          "annotation",
          "atnid",
          "atnauthor",
          "bkmkstart",
          "bkmkend",
          "listtext",
          "pntext",
          "operator",
          "company",
          "ftnsep",
          "ftnsepc",
          "aftnsep",
          "aftnsepc",
          "filetbl",
          "mmathPr",
          "keywords",
          "comment",
          "doccomm",
          "category",
          "manager",
          "hlinkbase",
          "revtim",
          "printim",
          "buptim",
          "tc",
          "xe");

  /** Destinations that are read although a program may leave them out. */
  private static final Set<String> KEPT = Set.of("shptxt", "shppict", "ud", "upr", "shpinst");

  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("line", "\n"),
          Map.entry("tab", " "),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "),
          Map.entry("bullet", "•"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("zwj", "\u200d"),
          Map.entry("zwnj", "\u200c"),
          Map.entry("~", "\u00a0"),
          Map.entry("_", "-"),
          Map.entry("\\", "\\"),
          Map.entry("{", "{"),
          Map.entry("}", "}"));

  /** What a group inherits from the one around it and may change. */
  private static final class Group {
    private boolean isLeftOut;
    private boolean isHidden;
    private boolean isDeleted;
    private String target = "";
    private int font;
    private int skippedPerUnicode = 1;

    Group() {}

    Group(Group outer) {
      isLeftOut = outer.isLeftOut;
      isHidden = outer.isHidden;
      isDeleted = outer.isDeleted;
      target = outer.target;
      font = outer.font;
      skippedPerUnicode = outer.skippedPerUnicode;
    }
  }

  private final RtfTokens tokens;
  private final BlockCollector body = new BlockCollector();
  private final BlockCollector notes = new BlockCollector();
  private final Map<String, StringBuilder> properties = new HashMap<>();
  private final Map<Integer, Integer> fontCharsets = new HashMap<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private Group group = new Group();
  private Charset document = RtfCharsets.DEFAULT;
  private boolean mayBeLeftOut;
  private boolean isInRow;
  private int toSkip;
  private int tooDeep;
  private long length;

  RtfReader(InputStream in) throws IOException {
    this.tokens = new RtfTokens(in);
  }

  /** Reads to the end, or as far as a record may be long. */
  OfficeText read() throws IOException {
    body.beginParagraph();
    RtfTokens.Kind kind = tokens.next();
    while (kind != RtfTokens.Kind.END && length < Records.LONGEST_RECORD) {
      switch (kind) {
        case OPEN -> open();
        case CLOSE -> close();
        case CONTROL -> control(tokens.word());
        default -> take(tokens.value());
      }
      kind = tokens.next();
    }
    flush();
    body.endParagraph(Role.TEXT);
    List<OfficeBlock> blocks = new ArrayList<>(body.blocks());
    blocks.addAll(notes.blocks());
    return new OfficeText(blocks, property("title"), property("author"), created());
  }

  boolean isTooLong() {
    return length >= Records.LONGEST_RECORD;
  }

  private String property(String name) {
    StringBuilder value = properties.get(name);
    return value == null ? "" : value.toString();
  }

  private String created() {
    String year = property("yr");
    return year.isEmpty() ? "" : year + "-" + property("mo") + "-" + property("dy");
  }

  private void open() {
    flush();
    mayBeLeftOut = false;
    if (groups.size() >= DEEPEST) {
      tooDeep++;
      return;
    }
    groups.push(group);
    group = new Group(group);
  }

  private void close() {
    flush();
    mayBeLeftOut = false;
    if (tooDeep > 0) {
      tooDeep--;
    } else if (!groups.isEmpty()) {
      Group outer = groups.pop();
      boolean isNoteOver = group.target.equals("footnote") && !outer.target.equals("footnote");
      if (isNoteOver) {
        notes.endParagraph(Role.TEXT);
      }
      group = outer;
    }
  }

  private void control(String word) throws IOException {
    if (word.equals("*")) {
      mayBeLeftOut = true;
      return;
    }
    boolean isOptional = mayBeLeftOut;
    mayBeLeftOut = false;
    if (word.equals("bin")) {
      flush();
      tokens.skip(Math.max(0, tokens.parameter(0)));
    } else if (word.equals("u")) {
      unicode();
    } else if (toSkip > 0 && !word.equals("uc") && CHARACTERS.containsKey(word)) {
      toSkip--;
    } else if (isOptional && !KEPT.contains(word) && !word.equals("footnote")) {
      group.isLeftOut = true;
    } else {
      flush();
      toSkip = 0;
      act(word);
    }
  }

  private void act(String word) {
    String character = CHARACTERS.get(word);
    if (character != null) {
      add(character);
    } else if (LEFT_OUT.contains(word)) {
      group.isLeftOut = true;
    } else {
      switch (word) {
        case "par", "sect", "page", "column" -> endParagraph();
        case "cell", "nestcell" -> endCell();
        case "row", "nestrow" -> endRow();
        case "trowd" -> beginRow();
        case "plain" -> group.isHidden = false;
        case "v" -> group.isHidden = tokens.parameter(1) != 0;
        case "deleted" -> group.isDeleted = tokens.parameter(1) != 0;
        case "uc" -> group.skippedPerUnicode = Math.max(0, Math.min(10, tokens.parameter(1)));
        case "ansicpg" -> document = RtfCharsets.ofCodePage(tokens.parameter(1252));
        case "mac" -> document = RtfCharsets.ofCodePage(10000);
        case "pc", "pca" -> document = RtfCharsets.ofCodePage(word.equals("pc") ? 437 : 850);
        case "fonttbl", "info", "title", "author", "creatim" -> group.target = target(word);
        case "footnote" -> beginNote();
        case "f" -> group.font = tokens.parameter(0);
        case "fcharset" -> fontCharsets.put(group.font, tokens.parameter(0));
        case "upr" -> group.target = group.target.isEmpty() ? "" : group.target;
        case "yr", "mo", "dy" -> time(word);
        default -> {}
      }
    }
  }

  private String target(String word) {
    boolean isProperty = word.equals("title") || word.equals("author") || word.equals("creatim");
    return !isProperty || group.target.equals("info") ? word : group.target;
  }

  private void time(String word) {
    if (group.target.equals("creatim")) {
      String number = String.valueOf(tokens.parameter(0));
      properties.putIfAbsent(word, new StringBuilder(number.length() < 2 ? "0" + number : number));
    }
  }

  private void beginNote() {
    if (!group.target.equals("footnote")) {
      group.target = "footnote";
      notes.beginParagraph();
    }
  }

  private boolean isBody() {
    return group.target.isEmpty() && isShown();
  }

  private boolean isShown() {
    return !group.isLeftOut && !group.isHidden && !group.isDeleted;
  }

  private void endParagraph() {
    if (group.isLeftOut) {
      return;
    }
    if (group.target.equals("footnote")) {
      notes.endParagraph(Role.TEXT);
      notes.beginParagraph();
    } else if (group.target.isEmpty()) {
      body.endParagraph(Role.TEXT);
      body.beginParagraph();
    }
  }

  private void beginRow() {
    if (isBody() && !isInRow) {
      endParagraph();
      body.beginRow();
      isInRow = true;
    }
  }

  private void endCell() {
    if (isBody()) {
      body.beginCell();
      endParagraph();
    }
  }

  private void endRow() {
    if (isBody() && isInRow) {
      body.endParagraph(Role.TEXT);
      body.endRow();
      body.beginParagraph();
      isInRow = false;
    }
  }

  private void take(int value) {
    mayBeLeftOut = false;
    if (toSkip > 0) {
      toSkip--;
    } else if (isShown()) {
      pending.write(value);
      length++;
    }
  }

  /** A UTF-16 unit; the characters after it are for programs that do not know it. */
  private void unicode() {
    flush();
    if (isShown()) {
      add(String.valueOf((char) (tokens.parameter('?') & 0xffff)));
    }
    toSkip = group.skippedPerUnicode;
  }

  private void flush() {
    if (pending.size() > 0) {
      Integer font = fontCharsets.get(group.font);
      Charset charset = font == null ? document : RtfCharsets.ofFont(font, document);
      String words = pending.toString(charset);
      pending.reset();
      add(words);
    }
  }

  private void add(String words) {
    if (!isShown()) {
      return;
    }
    length += words.length();
    switch (group.target) {
      case "" -> body.add(words);
      case "footnote" -> notes.add(words);
      case "title", "author" ->
          properties.computeIfAbsent(group.target, t -> new StringBuilder()).append(words);
      default -> {}
    }
  }
}
