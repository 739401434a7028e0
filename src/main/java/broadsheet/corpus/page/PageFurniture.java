package broadsheet.corpus.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes page furniture by its words: labels and buttons, bylines, labels of links to other
 * articles, and calls to subscribe or follow.
 */
final class PageFurniture {
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_FOOT = 400;
  private static final int LONGEST_LEAD = 160;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)\\W*(?:advert(?:isement)?s?|ads?|sponsored(?:"
              + " content)?|anzeige|publicité|publicidad|publicidade|реклама|iklan|広告|reply|share"
              + "|tweet|print|e-?mail|video|photos?|image|gallery|play|listen|loading|follow"
              + "|subscribe|sign"
              + " up|log in|register|copy"
              + " link|topics|tags|more|next|previous|(?:read|see|show|load|view|learn)"
              + " more|continue reading)\\W*");

  private static final Pattern RELATED =
      Pattern.compile(
          "(?iu)\\W*(?:related(?:"
              + " (?:news|articles?|stor(?:y|ies)|posts?|links|topics|content|reading|coverage|video))?|(?:read|see|watch|listen)(?:"
              + " (?:more|also|next|now))|also read|more(?: (?:on|from|about) .{0,40}| stories|"
              + " news| coverage)?|recommended|leia (?:também|mais)|(?:à )?lire aussi|lesen sie"
              + " auch|mehr zum thema|leggi anche|(?:lea|lee) también|te puede interesar|baca"
              + " juga|lees ook|läs också|les også|læs også|czytaj (?:też|także)|читайте"
              + " также|関連記事|相关阅读)\\W*");

  private static final Pattern LINKED =
      Pattern.compile(
          "(?iu)\\W*(?:related|(?:read|see) (?:more|also|next)|also read|more|watch"
              + "|leia (?:também|mais)|lire aussi|leggi anche|(?:lea|lee) también"
              + "|lesen sie auch|baca juga|lees ook|читайте также)\\s*[:|>»–-]\\s*");

  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)\\W*(?:by|written by|posted|published|updated|last (?:updated|modified)|reading"
              + " time|lesezeit)\\b.*");

  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?iu)\\W*(?:(?:(?:\\d+|no|reader|readers'|your|(?:view )?all) )?"
              + "(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties"
              + "|комментарии)(?:\\W*\\d+)?(?:\\W.*\\b(?:closed|posted|moderated)\\b.*)?"
              + "|(?:post|add|leave|write) (?:a|your) (?:comment|reply)\\b.*"
              + "|have your say\\b.*)\\W*");

  private static final Pattern FOOT =
      Pattern.compile(
          "(?iu)\\W*(?:sources?:|follow (?:us|me|her|him|them|@|\\S+(?: \\S+)?"
              + " on)\\b|subscribe|sign"
              + " up|tags?:|topics?:|categor(?:y|ies):|copyright\\b|©|\\(c\\)|all rights"
              + " reserved|comments?\\b|click here).*|.*\\bnewsletters?\\b.*"
              + "|.*\\bmay not be (?:published|reproduced|copied|used)\\b.*");

  private PageFurniture() {}

  /** Whether it is only a button or a label, such as {@code Advertisement}. */
  static boolean isLabel(Block block) {
    return (block.text().length() <= LONGEST_LABEL && LABEL.matcher(block.text()).matches())
        || isOverComments(block);
  }

  /** Whether it only announces links to other articles. */
  static boolean isRelatedLabel(Block block) {
    return block.text().length() <= LONGEST_LABEL && RELATED.matcher(block.text()).matches();
  }

  /** Whether it announces the comments of readers. */
  static boolean isOverComments(Block block) {
    return block.text().length() <= LONGEST_LABEL
        && COMMENTS.matcher(block.text()).matches()
        && (block.isPlain() || block.isHeading());
  }

  /** Whether it is a link to another article, with or without a label. */
  static boolean isRelatedLink(Block block) {
    boolean isMostlyLink = block.linkLength() * 2 > block.text().length();
    return (isMostlyLink && LINKED.matcher(block.text()).lookingAt())
        || (block.isOwnLink() && !block.isHeading());
  }

  /** The headline after a label such as {@code Related:}; empty if there is no label. */
  static String relatedHeadline(Block block) {
    Matcher word = LINKED.matcher(block.text());
    return word.lookingAt() ? block.text().substring(word.end()) : "";
  }

  /** Whether it can be a byline or date, if it is above the text. */
  static boolean isLead(Block block) {
    String text = block.text();
    boolean isDay = text.length() < LONGEST_LABEL && PrintedDate.isMostOf(text);
    return !block.isProse()
        && text.length() <= LONGEST_LEAD
        && (isDay || LEAD.matcher(text).matches());
  }

  /** Whether it is not part of the text, if no text follows it. */
  static boolean isFoot(Block block) {
    return block.isHeading()
        || isLabel(block)
        || (block.text().length() <= LONGEST_FOOT && FOOT.matcher(block.text()).matches())
        || (block.isLink() && !block.element().equals("li"));
  }
}
