package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small exports of publishing systems. Each has one published post, {@code New bridge opens}, and
 * one or more that never were, with the word {@code unfinished}.
 */
final class SiteExports {
  /** A body in HTML with a picture. */
  private static final String BODY =
      "<p>The bridge over the Ember opened.</p><figure><img src=\"a.jpg\"><figcaption>The first"
          + " train</figcaption></figure><p>Trains follow.</p>";

  private SiteExports() {}

  /**
   * An export and what is in it.
   *
   * @param files their contents by name
   * @param authors none where the system states none
   * @param unpublished the number of records and files that are left out as not published
   */
  record Export(
      String system,
      Map<String, String> files,
      List<String> authors,
      List<String> topics,
      String day,
      String url,
      int unpublished) {

    /** Writes the export as a folder. */
    Path folder(Path into) {
      files.forEach((name, content) -> Reading.write(into, name, content.getBytes(UTF_8)));
      return into;
    }

    /** Writes the export as a zip. */
    Path zip(Path into) {
      return Reading.write(
          into,
          "export.zip",
          Packed.zip(
              zip -> {
                for (Map.Entry<String, String> file : files.entrySet()) {
                  Packed.deflated(zip, file.getKey(), file.getValue().getBytes(UTF_8));
                }
              }));
    }

    @Override
    public String toString() {
      return system;
    }
  }

  static List<Export> all() {
    return List.of(substack(), medium());
  }

  /**
   * Files and fields as in
   * https://github.com/TryGhost/migrate/tree/main/packages/mg-substack/test/fixtures.
   */
  private static Export substack() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "posts.csv",
        """
        post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
        1301.bridge,2024-05-13T22:30:00.000Z,true,,,newsletter,everyone,New bridge opens,A year &#x2019;late,
        1302.half,2024-05-14T09:00:00.000Z,FALSE,,,newsletter,everyone,Unfinished,,
        1303.about,2024-05-14T09:00:00.000Z,true,,,page,everyone,About the unfinished,,
        1304.,,false,,,newsletter,everyone,,,
        """);
    files.put(
        "posts/1301.bridge.html",
        BODY + "<p class=\"button-wrapper\"><a class=\"button\">Subscribe unfinished</a></p>");
    files.put("posts/1302.half.html", "<p>It is unfinished.</p>");
    files.put("posts/1303.about.html", "<p>About the unfinished.</p>");
    files.put("posts/1304..html", "<p>It is unfinished, too.</p>");
    files.put(
        "posts/1301.opens.csv", "post_id,timestamp,email\n1301,2024-05-13,unfinished@a.example\n");
    files.put(
        "email_list.harbour.csv",
        "email,active_subscription,expiry,email_disabled\nunfinished@a.example,true,,false\n");
    return new Export(
        "Substack", files, List.of(), List.of(), "2024-05-13T22:30", "", 2);
  }

  /**
   * Files and classes as in
   * https://github.com/TryGhost/migrate/tree/main/packages/mg-medium-export/test/fixtures/export.
   */
  private static Export medium() {
    String published =
        "<p class=\"p-tags\">Tagged in <a class=\"p-tag\">Shipping</a>, <a class=\"p-tag\">Trains</a>"
            + "</p><p>By <a href=\"https://medium.com/@ada\" class=\"p-author h-card\">Ada Rivers</a>"
            + " on <time class=\"dt-published\" datetime=\"2024-05-13T22:30:00.000Z\">May 13, 2024"
            + "</time></p><p><a href=\"https://medium.com/@ada/new-bridge-opens-a1b2\""
            + " class=\"p-canonical\">Canonical link</a></p>";
    String title = "<h3 class=\"graf graf--h3 graf--title\">New bridge opens</h3>";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "posts/2024-05-13_New-bridge-opens-a1b2.html",
        mediumPost("New bridge opens", title + BODY, published));
    files.put(
        "posts/draft_Unfinished-a1b3.html",
        mediumPost(
            "Unfinished",
            "<p class=\"graf\">It is unfinished.</p>",
            "<p><a href=\"https://medium.com/p/a1b3\">View original.</a></p>"));
    files.put(
        "posts/2024-05-14_Unfinished--or-so-a1b4.html",
        mediumPost(
            "Unfinished, or so…",
            "<p class=\"graf graf--p graf--leading\">Unfinished, or so it seems.</p>",
            published));
    files.put(
        "profile/profile.html",
        mediumPage("<section class=\"h-card\"><b>Email address:</b> unfinished@a.example</section>"));
    files.put(
        "claps/claps-0001.html",
        mediumPage("<ul><li class=\"h-entry\">+9 <a class=\"h-cite\">Unfinished</a></li></ul>"));
    files.put("ips.html", mediumPage("<ul><li>192.0.2.1 unfinished</li></ul>"));
    return new Export(
        "Medium",
        files,
        List.of("Ada Rivers"),
        List.of("Shipping", "Trains"),
        "2024-05-13T22:30",
        "https://medium.com/@ada/new-bridge-opens-a1b2",
        1);
  }

  private static String mediumPost(String title, String body, String footer) {
    return mediumPage(
        "<article class=\"h-entry\"><header><h1 class=\"p-name\">%s</h1></header><section data-field=\"body\" class=\"e-content\">%s</section><footer>%s<p>Exported from <a href=\"https://medium.com\">Medium</a></p></footer></article>"
            .formatted(title, body, footer));
  }

  private static String mediumPage(String body) {
    return "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><title>x</title></head><body>"
        + body
        + "</body></html>";
  }
}
