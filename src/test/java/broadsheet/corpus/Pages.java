package broadsheet.corpus;

/** Small web pages to read. */
public final class Pages {
  public static final String FIRST =
      "The new bridge across the Ember opened on Monday morning, a year later than the town had"
          + " planned and at almost twice the price that was once promised.";

  public static final String SECOND =
      "Some four hundred people walked across it in the rain, led by the mayor, who said that the"
          + " waiting had been worth it, and that trains would follow in spring.";

  private Pages() {}

  /** A page with this head and this body. */
  public static String page(String head, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
        + head
        + "</head>\n<body>\n"
        + body
        + "\n</body>\n</html>\n";
  }

  /** A page of an article with two paragraphs, and this in its head. */
  public static String article(String head) {
    return page(head, "<article><h1>New bridge opens</h1>" + paragraphs() + "</article>");
  }

  public static String paragraphs() {
    return "<p>" + FIRST + "</p><p>" + SECOND + "</p>";
  }

  public static String jsonLd(String json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  }

  public static String meta(String name, String content) {
    return "<meta property=\"" + name + "\" content=\"" + content + "\">";
  }
}
