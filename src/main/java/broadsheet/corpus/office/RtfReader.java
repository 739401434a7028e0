package broadsheet.corpus.office;

import broadsheet.corpus.record.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the text of RTF. Pictures, styles, headers, comments, and deleted and hidden text are left
 * out; notes come at the end. Source: Rich Text Format Specification 1.9.1, Microsoft, 2008. Use
 * once.
 */
final class RtfReader {
  /** Groups nested deeper are not remembered one by one. */
  private static final int DEEPEST = 1_000;

  private final RtfTokens tokens;
  private final RtfText text = new RtfText();
  private final Map<Integer, Integer> fontCharsets = new HashMap<>();
  private final Deque<RtfGroup> groups = new ArrayDeque<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private RtfGroup group = new RtfGroup();
  private Charset document = RtfCharsets.DEFAULT;
  private boolean mayBeLeftOut;
  private int toSkip;
  private int tooDeep;
  private long length;

  RtfReader(InputStream in) throws IOException {
    this.tokens = new RtfTokens(in);
  }

  /** Reads to the end, or as far as a record may be long. */
  OfficeText read() throws IOException {
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
    return text.finished();
  }

  boolean isTooLong() {
    return length >= Records.LONGEST_RECORD;
  }

  private void open() {
    flush();
    mayBeLeftOut = false;
    if (groups.size() >= DEEPEST) {
      tooDeep++;
      return;
    }
    groups.push(group);
    group = new RtfGroup(group);
  }

  private void close() {
    flush();
    mayBeLeftOut = false;
    if (tooDeep > 0) {
      tooDeep--;
    } else if (!groups.isEmpty()) {
      RtfGroup outer = groups.pop();
      if (group.isNote() && !outer.isNote()) {
        text.endNote();
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
    } else if (toSkip > 0 && !word.equals("uc") && RtfControlWords.character(word) != null) {
      toSkip--;
    } else if (isOptional && RtfControlWords.isSkippedIfOptional(word)) {
      group.isLeftOut = true;
    } else {
      flush();
      toSkip = 0;
      act(word);
    }
  }

  private void act(String word) {
    String character = RtfControlWords.character(word);
    if (character != null) {
      add(character);
    } else if (RtfControlWords.isSkipped(word)) {
      group.isLeftOut = true;
    } else {
      switch (word) {
        case "par", "sect", "page", "column" -> text.endParagraph(group);
        case "cell", "nestcell" -> text.endCell(group);
        case "row", "nestrow" -> text.endRow(group);
        case "trowd" -> text.beginRow(group);
        case "plain" -> group.isHidden = false;
        case "v" -> group.isHidden = tokens.parameter(1) != 0;
        case "deleted" -> group.isDeleted = tokens.parameter(1) != 0;
        case "uc" -> group.skippedPerUnicode = Math.max(0, Math.min(10, tokens.parameter(1)));
        case "ansicpg" -> document = RtfCharsets.ofCodePage(tokens.parameter(1252));
        case "mac" -> document = RtfCharsets.ofCodePage(10000);
        case "pc", "pca" -> document = RtfCharsets.ofCodePage(word.equals("pc") ? 437 : 850);
        case "fonttbl", "info", "title", "author", "creatim" -> group.startTarget(word);
        case "footnote" -> text.beginNote(group);
        case "f" -> group.font = tokens.parameter(0);
        case "fcharset" -> fontCharsets.put(group.font, tokens.parameter(0));
        case "yr", "mo", "dy" -> text.addTime(word, tokens.parameter(0), group);
        default -> {}
      }
    }
  }

  private void take(int value) {
    mayBeLeftOut = false;
    if (toSkip > 0) {
      toSkip--;
    } else if (group.isShown()) {
      pending.write(value);
      length++;
    }
  }

  /** A UTF-16 unit; the characters after it are for programs that do not know it. */
  private void unicode() {
    flush();
    if (group.isShown()) {
      add(String.valueOf((char) (tokens.parameter('?') & 0xffff)));
    }
    toSkip = group.skippedPerUnicode;
  }

  /** Adds the bytes before, which are in the encoding of their font. */
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
    if (group.isShown()) {
      length += words.length();
      text.add(words, group);
    }
  }
}
