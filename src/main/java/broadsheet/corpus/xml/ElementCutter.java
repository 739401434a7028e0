package broadsheet.corpus.xml;

import broadsheet.corpus.encoding.BoundedBytes;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts elements with certain names out of a markup file, one after another, without parsing their
 * content. A damaged one therefore affects only itself, and memory is bounded by the longest.
 * Nothing that a document type declares is resolved or fetched. Names are compared without prefix
 * and case. For encodings that contain ASCII. Not thread-safe.
 */
public final class ElementCutter {
  private static final int LONGEST_TAG = 64 * 1024;
  private static final int LONGEST_ENVELOPE = 4 * 1024 * 1024;

  private final MarkupInput in;
  private final Set<String> names;
  private final MarkupSyntax syntax;
  private final boolean mayNest;

  private final BoundedBytes envelope = new BoundedBytes(LONGEST_ENVELOPE);
  private final BoundedBytes tag = new BoundedBytes(LONGEST_TAG);
  private final BoundedBytes element = new BoundedBytes(Records.LONGEST_RECORD);
  private String open = "";
  private int depth;
  private boolean isFirstTag = true;
  private boolean isRoot;
  private boolean hasBegun;

  /**
   * @param names the names of the elements to cut out, in lower case
   * @param mayNest whether an element may contain another with its name; if not, the second begins
   *     where the first has lost its end tag
   */
  public ElementCutter(InputStream in, Set<String> names, MarkupSyntax syntax, boolean mayNest) {
    this.in = new MarkupInput(in, this::keep);
    this.names = names;
    this.syntax = syntax;
    this.mayNest = mayNest;
  }

  /** The next element; empty when there is none. */
  public Optional<CutElement> next() throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      Optional<CutElement> cut = c == '<' ? markup() : Optional.empty();
      if (cut.isPresent()) {
        return cut;
      }
    }
    return open.isEmpty() ? Optional.empty() : finished(CutElement.End.CUT_OFF);
  }

  /** The text before the first element, and its start tag; empty if that is over 4 MB. */
  byte[] envelope() {
    return envelope.toByteArray();
  }

  private void keep(int c) {
    if (c == '<') {
      tag.clear();
    }
    tag.write(c);
    if (!open.isEmpty()) {
      element.write(c);
    } else if (!hasBegun) {
      envelope.write(c);
    }
  }

  /** Processes the text after an opening bracket. */
  private Optional<CutElement> markup() throws IOException {
    int c = in.peek();
    if (c == '/') {
      in.read();
      return endTag(localName());
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') {
      return startTag(localName());
    }
    if (syntax == MarkupSyntax.XML) {
      in.skipDeclaration();
    }
    return Optional.empty();
  }

  private Optional<CutElement> startTag(String name) throws IOException {
    boolean isEmpty = syntax == MarkupSyntax.XML && in.skipTag();
    if (open.isEmpty()) {
      boolean isWanted = names.contains(name);
      if (isWanted) {
        begin(name);
      }
      isFirstTag = false;
      return isWanted && isEmpty ? finished(CutElement.End.CLOSED) : Optional.empty();
    }
    if (!name.equals(open) || isEmpty) {
      return Optional.empty();
    }
    if (mayNest) {
      depth++;
      return Optional.empty();
    }
    element.drop(tag.size());
    Optional<CutElement> unclosed = finished(CutElement.End.UNCLOSED);
    begin(name);
    return unclosed;
  }

  private void begin(String name) {
    isRoot = isFirstTag;
    hasBegun = true;
    element.clear();
    element.write(tag.toByteArray());
    open = name;
    depth = 1;
  }

  private Optional<CutElement> endTag(String name) throws IOException {
    boolean isOurs = !open.isEmpty() && name.equals(open);
    if (isOurs || syntax == MarkupSyntax.XML) {
      in.skipTag();
    }
    if (!isOurs) {
      return Optional.empty();
    }
    depth--;
    return depth == 0 ? finished(CutElement.End.CLOSED) : Optional.empty();
  }

  private Optional<CutElement> finished(CutElement.End end) {
    CutElement.End actual = element.isOverflown() ? CutElement.End.TOO_LONG : end;
    CutElement cut = new CutElement(element.toByteArray(), actual, isRoot);
    element.clear();
    open = "";
    return Optional.of(cut);
  }

  private String localName() throws IOException {
    String name = in.name();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** The rules that distinguish tags from text. */
  public enum MarkupSyntax {
    /**
     * Tags may contain quoted values; comments, CDATA sections and processing instructions hide
     * tags.
     */
    XML,
    /** A tag is its name in angle brackets; everything else is text. */
    SGML
  }
}
