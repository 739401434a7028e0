package broadsheet.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Removes from a page what surely is not its article: menus, forms, captions, and boxes that their
 * class or id names, such as shares, related links and newsletters. A box that holds much of the
 * page's text stays, whatever it is called.
 */
final class PageCleaning {
  /** A box with more of the page's text than this is not believed to be what it is called. */
  private static final double MUCH = 0.3;

  private static final Evaluator NEVER_TEXT =
      QueryParser.parse(
          "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video,"
              + " map, button, input, select, textarea, datalist, dialog, menu");

  private static final Evaluator RARELY_TEXT =
      QueryParser.parse(
          "nav, aside, footer, figcaption, form, [hidden], [role=navigation], [role=complementary],"
              + " [role=contentinfo], [role=search], [role=dialog], [role=alert], [role=menu],"
              + " [role=toolbar], [role=tablist], [style~=(?i)display:\\s*none]");

  /** Names of boxes, in words joined by hyphens. */
  private static final Pattern BOX =
      Pattern.compile(
          "-(?:shar(?:e|es|ing|edaddy|etools)|social|add(?:this|toany)|follow(?:-us)?"
              + "|newsletters?|subscri(?:be|ption)s?|sign-?up|related(?:[a-z]+)?|recommend(?:ed|ations?)"
              + "|recirc(?:ulation)?|more-(?:stories|articles|news|from|on|in)|read-?(?:more|next|also)"
              + "|also-(?:read|on)|trending|popular|most-?(?:read|popular|viewed|shared|commented)"
              + "|promo(?:s|tion|tions)?|ads?|advert(?:s|isements?|ising)?|adslot|sponsor(?:ed|s)?"
              + "|outbrain|taboola|zergnet|revcontent|cookies?|consent|gdpr"
              + "|comments?|commentlist|disqus|breadcrumbs?|pagination|pager|toolbar|popup|modal"
              + "|captions?|credits?|(?:author|writer)-?(?:bio|box|info|card|profile)|about-?author|byline"
              + "|timestamp|(?:post|entry|article)-(?:meta|tags|footer)|tag-?list|tags"
              + "|sr-only|visually-?hidden|screen-?reader|skip-?(?:link|nav)|copyright|sidebar|side-bar"
              + "|nav(?:bar|igation)?|menu|footer|masthead|login|poll|tooltip|(?:rollover|hover|popover)(?:-[a-z]+)?-?(?:block|card|box|content)|toc)-");

  private PageCleaning() {}

  /** Takes the boxes out of the page itself. */
  static void clean(Document page) {
    page.select(NEVER_TEXT).remove();
    TextWeights weights = TextWeights.of(page.body());
    double much = MUCH * weights.weight(page.body());
    for (Element box : boxes(page)) {
      if (weights.weight(box) <= much) {
        box.remove();
      }
    }
  }

  private static List<Element> boxes(Document page) {
    List<Element> boxes = new ArrayList<>(page.body().select(RARELY_TEXT));
    for (Element element : page.body().getAllElements()) {
      if (isNamedBox(element)) {
        boxes.add(element);
      }
    }
    return boxes;
  }

  private static boolean isNamedBox(Element element) {
    return !element.nameIs("body") && BOX.matcher(BoxNames.of(element)).find();
  }
}
