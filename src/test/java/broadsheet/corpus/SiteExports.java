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
    return List.of(
        substack(),
        medium(),
        wordPress(),
        wordPressApi(),
        ghost(),
        jekyll(),
        hugo(),
        obsidian(),
        notion(),
        notionPages(),
        drupal());
  }

  private static Export inOneFile(
      String system, String name, String content, String url, int unpublished) {
    return new Export(
        system,
        Map.of(name, content),
        List.of("Ada Rivers", "Ben Brook"),
        List.of("Town", "Shipping"),
        "2024-05-14T00:30",
        url,
        unpublished);
  }

  /**
   * Form as in https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php,
   * authors as the plug-in Co-Authors Plus keeps them.
   */
  private static Export wordPress() {
    String content =
        """
        The bridge over the Ember opened.

        [caption id="a_1" width="9"]<img class="a"
          data-src="a.jpg"
          src="a.jpg" /> The first train[/caption]

        <img
          data-src="b.jpg"
          />
        Trains follow.\
        """;
    return inOneFile(
        "WordPress",
        "harbour.xml",
        """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
         xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Harbour</title><wp:author><wp:author_login>ada</wp:author_login>
        <wp:author_email>unfinished@a.example</wp:author_email>
        <wp:author_display_name>Ada Rivers</wp:author_display_name></wp:author>
        """
            + wordPressItem("New bridge opens", content, "publish", "post", "")
            + wordPressItem("Unfinished", "It is unfinished.", "draft", "post", "")
            + wordPressItem("Unfinished 2", "It is unfinished.", "private", "post", "")
            + wordPressItem("Unfinished 3", "It is unfinished.", "publish", "post", "secret")
            + wordPressItem("Ben Unfinished", "", "publish", "guest-author", "")
            + wordPressItem("About", "Unfinished.", "publish", "page", "")
            + "</channel></rss>",
        "https://a.example/bridge/",
        3);
  }

  private static String wordPressItem(
      String title, String content, String status, String type, String password) {
    return """
    <item><title>%s</title><link>https://a.example/bridge/</link>
    <pubDate>Mon, 13 May 2024 22:30:00 +0000</pubDate><dc:creator>ada</dc:creator>
    <content:encoded><![CDATA[%s]]></content:encoded>
    <wp:post_date>2024-05-14 00:30:00</wp:post_date><wp:status>%s</wp:status>
    <wp:post_type>%s</wp:post_type><wp:post_password>%s</wp:post_password>
    <category domain="category" nicename="town">Town</category>
    <category domain="post_tag" nicename="shipping">Shipping</category>
    <category domain="author" nicename="cap-ada">ada</category>
    <category domain="author" nicename="cap-ben-brook">Ben Brook</category>
    <wp:comment><wp:comment_content>Unfinished</wp:comment_content></wp:comment></item>
    """
        .formatted(title, content, status, type, password);
  }

  /**
   * Fields as in https://developer.wordpress.org/rest-api/reference/posts/, with {@code _embed}.
   */
  private static Export wordPressApi() {
    String post =
        """
        {"id": %d, "date": "2024-05-14T00:30:00", "date_gmt": "2024-05-13T22:30:00",
         "guid": {"rendered": "https://a.example/?p=7"}, "slug": "bridge", "status": "%s",
         "type": "%s", "link": "https://a.example/bridge/", "title": {"rendered": "%s"},
         "content": {"rendered": "%s", "protected": %s}, "author": 2, "featured_media": 0,
         "categories": [5], "tags": [6], "_embedded": {"author": [{"id": 2, "name": "Ada Rivers"}],
         "wp:term": [[{"id": 5, "name": "Town", "taxonomy": "category"}],
         [{"id": 6, "name": "Shipping", "taxonomy": "post_tag"}],
         [{"id": 8, "name": "Ada Rivers", "taxonomy": "author"},
         {"id": 9, "name": "Ben Brook", "taxonomy": "author"}]]}}
        """;
    String body = BODY.replace("\"", "\\\"");
    return inOneFile(
        "WordPress's API",
        "posts.json",
        "["
            + String.join(
                ",",
                post.formatted(7, "publish", "post", "New bridge opens", body, false),
                post.formatted(8, "private", "post", "Unfinished", "Unfinished", false),
                post.formatted(9, "publish", "post", "Unfinished", "", true),
                post.formatted(10, "publish", "page", "About", "Unfinished", false),
                post.formatted(11, "inherit", "attachment", "Unfinished", "Unfinished", false),
                post.formatted(12, "approved", "comment", "Unfinished", "Unfinished", false))
            + "]",
        "https://a.example/bridge/",
        2);
  }

  /** Folders and fields as in https://jekyllrb.com/docs/posts/ and /docs/front-matter/. */
  private static Export jekyll() {
    String post =
        """
        ---
        title: %s
        date: 2024-05-14 00:30:00 +0200
        author: [Ada Rivers, Ben Brook]
        categories: [Town]
        tags: [Shipping]
        permalink: https://a.example/bridge/
        published: %s
        ---
        The bridge over the Ember opened.
        <!--more-->

        <figure><img src="a.jpg"><figcaption>The first train</figcaption></figure>

        Trains follow.{%% if unfinished %%}
        """;
    return folder(
        "Jekyll",
        Map.of(
            "_posts/2024-05-14-bridge.md", post.formatted("New bridge opens", true),
            "_posts/2024-05-15-half.md", post.formatted("Unfinished", false),
            "_drafts/half.md", post.formatted("Unfinished, too", true)),
        2);
  }

  private static Export folder(String system, Map<String, String> files, int unpublished) {
    Export one = inOneFile(system, "", "", "https://a.example/bridge/", unpublished);
    return new Export(
        system, files, one.authors(), one.topics(), one.day(), one.url(), unpublished);
  }

  /** Fields as in https://gohugo.io/content-management/front-matter/. */
  private static Export hugo() {
    String post =
        """
        +++
        title = "%s"
        date = 2024-05-14T00:30:00+02:00
        authors = ["Ada Rivers", "Ben Brook"]
        categories = ["Town"]
        tags = ["Shipping"]
        url = "https://a.example/bridge/"
        draft = %s
        +++
        The bridge over the Ember opened.

        {{< figure src="a.jpg" caption="The first train" >}}

        Trains follow.
        """;
    return folder(
        "Hugo",
        Map.of(
            "content/posts/bridge/index.md", post.formatted("New bridge opens", false),
            "content/posts/half.md", post.formatted("Unfinished", true)),
        1);
  }

  /** Comments as in https://help.obsidian.md/syntax, {@code publish} as in /publish/publish. */
  private static Export obsidian() {
    String note =
        """
        ---
        title: %s
        date: 2024-05-14T00:30:00+02:00
        author: Ada Rivers, Ben Brook
        topics: [Town, Shipping]
        url: https://a.example/bridge/
        caption: The first train
        publish: %s
        ---
        The bridge over the Ember opened.%%%%unfinished%%%%

        %%%%
        It is unfinished.

        Ask again.
        %%%%

        Trains follow.
        """;
    return folder(
        "Obsidian",
        Map.of(
            "Harbour/Bridge.md", note.formatted("New bridge opens", true),
            "Harbour/Half.md", note.formatted("Unfinished", false),
            ".obsidian/app.json", "{\"title\": \"Unfinished\"}"),
        1);
  }

  /** Names and properties as in https://www.notion.com/help/export-your-content, as Markdown. */
  private static Export notion() {
    String page =
        """
        # %s

        Authors: Ada Rivers, Ben Brook
        Caption: The first train
        Publish date: May 14, 2024 12:30 AM (GMT+2)
        Reviewed by the desk: unfinished
        Status: %s
        Tags: Town, Shipping
        URL: https://a.example/bridge/

        The bridge over the Ember opened.

        Trains follow.
        """;
    return folder(
        "Notion",
        Map.of(
            "Private & Shared/Harbour 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a70/New bridge"
                + " 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a71.md",
            page.formatted("New bridge opens", "Published"),
            "Private & Shared/Harbour 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a70/Half"
                + " 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a72.md",
            page.formatted("Unfinished", "Not started"),
            "Private & Shared/Harbour 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a70_all.csv",
            "Name,Authors,Status,Text\nUnfinished,Ada Rivers,Not started,Unfinished\n"),
        1);
  }

  /** Classes as Notion writes them into pages of HTML. */
  private static Export notionPages() {
    String row = "<tr class=\"property-row property-row-%s\"><th>%s</th><td>%s</td></tr>";
    String option = "<span class=\"selected-value select-value-color-blue\">%s</span>";
    String page =
        "<html><head><title>x</title></head><body><article id=\"a\" class=\"page sans\"><header><h1"
            + " class=\"page-title\">%s</h1><p class=\"page-description\"></p><table"
            + " class=\"properties\"><tbody>"
            + row.formatted(
                "person",
                "Authors",
                "<span class=\"user\">Ada Rivers</span><span class=\"user\">Ben Brook</span>")
            + row.formatted("date", "Publish date", "<time>@May 14, 2024 12:30 AM (GMT+2)</time>")
            + row.formatted("checkbox", "Published", "<div class=\"checkbox checkbox-%s\"></div>")
            + row.formatted(
                "multi_select", "Tags", option.formatted("Town") + option.formatted("Shipping"))
            + row.formatted("url", "URL", "<a href=\"x\">https://a.example/bridge/</a>")
            + "</tbody></table></header><div class=\"page-body\">"
            + BODY
            + "<figure class=\"link-to-page\"><a href=\"x\">Unfinished</a></figure></div></article>"
            + "</body></html>";
    return folder(
        "Notion's pages",
        Map.of(
            "Harbour/New bridge 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a71.html",
            page.formatted("New bridge opens", "on"),
            "Harbour/Half 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a72.html",
            page.formatted("Unfinished", "off")),
        1);
  }

  /**
   * Members as in https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module/,
   * with {@code include}.
   */
  private static Export drupal() {
    String node =
        """
        {"type": "node--%s", "id": "a", "links": {"self": {"href":
         "https://a.example/jsonapi/node/article/a"}}, "attributes": {"title": "%s", "status": %s,
         "created": "2024-05-14T00:30:00+02:00", "path": {"alias": "/bridge/"},
         "body": {"value": "x", "processed": "%s", "summary": ""}},
         "relationships": {"uid": {"data": {"type": "user--user", "id": "3"}},
         "field_authors": {"data": [{"type": "node--person", "id": "1"},
          {"type": "node--person", "id": "2"}]},
         "field_tags": {"data": [{"type": "taxonomy_term--tags", "id": "5"},
          {"type": "taxonomy_term--tags", "id": "6"}]},
         "field_media": {"data": {"type": "media--image", "id": "7"}}}}
        """;
    String body = "<p>The bridge over the Ember opened.</p><p>Trains follow.</p>";
    return inOneFile(
        "Drupal",
        "articles.json",
        "{\"jsonapi\": {\"version\": \"1.0\"}, \"data\": ["
            + String.join(
                ",",
                node.formatted("article", "New bridge opens", true, body),
                node.formatted("article", "Unfinished", false, "Unfinished"),
                node.formatted("page", "About", true, "Unfinished"))
            + """
            ], "included": [
             {"type": "user--user", "id": "3", "attributes": {"display_name": "Unfinished",
              "mail": "unfinished@a.example"}},
             {"type": "node--person", "id": "1", "attributes": {"title": "Ada Rivers"}},
             {"type": "node--person", "id": "2", "attributes": {"title": "Ben Brook"}},
             {"type": "taxonomy_term--tags", "id": "5", "attributes": {"name": "Town"}},
             {"type": "taxonomy_term--tags", "id": "6", "attributes": {"name": "Shipping"}},
             {"type": "media--image", "id": "7", "attributes": {"name": "b.jpg",
              "field_caption": {"value": "x", "processed": "<p>The first train</p>"}}}]}
            """,
        "https://a.example/bridge/",
        1);
  }

  /** Tables and fields as in https://docs.ghost.org/migration/custom. */
  private static Export ghost() {
    String post =
        """
        {"id": "%s", "title": "%s", "html": "%s", "type": "%s", "status": "%s",
         "visibility": "members", "published_at": "2024-05-14T00:30:00.000+02:00",
         "canonical_url": "https://a.example/bridge/"}
        """;
    return inOneFile(
        "Ghost",
        "harbour.ghost.json",
        """
        {"db": [{"meta": {"exported_on": 1616560573131, "version": "5.75.0"}, "data": {
        "members": [{"id": "m1", "email": "unfinished@a.example", "name": "Unfinished"}],
        "posts": [%s],
        "posts_authors": [{"post_id": "p1", "author_id": "u2", "sort_order": 1},
         {"post_id": "p1", "author_id": "u1", "sort_order": 0}],
        "posts_tags": [{"post_id": "p1", "tag_id": "t1", "sort_order": 0},
         {"post_id": "p1", "tag_id": "t2", "sort_order": 1},
         {"post_id": "p1", "tag_id": "t3", "sort_order": 2}],
        "tags": [{"id": "t1", "name": "Town"}, {"id": "t2", "name": "Shipping"},
         {"id": "t3", "name": "#unfinished", "visibility": "internal"}],
        "users": [{"id": "u1", "name": "Ada Rivers", "email": "unfinished@a.example"},
         {"id": "u2", "name": "Ben Brook", "password": "unfinished"}]}}]}
        """
            .formatted(
                String.join(
                    ",",
                    post.formatted(
                        "p1", "New bridge opens", BODY.replace("\"", "\\\""), "post", "published"),
                    post.formatted("p2", "Unfinished", "<p>Unfinished</p>", "post", "draft"),
                    post.formatted("p3", "Unfinished", "<p>Unfinished</p>", "post", "scheduled"),
                    post.formatted("p4", "About", "<p>Unfinished</p>", "page", "published"))),
        "https://a.example/bridge/",
        2);
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
    return new Export("Substack", files, List.of(), List.of(), "2024-05-13T22:30", "", 2);
  }

  /**
   * Files and classes as in
   * https://github.com/TryGhost/migrate/tree/main/packages/mg-medium-export/test/fixtures/export.
   */
  private static Export medium() {
    String published =
        "<p class=\"p-tags\">Tagged in <a class=\"p-tag\">Shipping</a>, <a"
            + " class=\"p-tag\">Trains</a></p><p>By <a href=\"https://medium.com/@ada\""
            + " class=\"p-author h-card\">Ada Rivers</a> on <time class=\"dt-published\""
            + " datetime=\"2024-05-13T22:30:00.000Z\">May 13, 2024</time></p><p><a"
            + " href=\"https://medium.com/@ada/new-bridge-opens-a1b2\""
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
        mediumPage(
            "<section class=\"h-card\"><b>Email address:</b> unfinished@a.example</section>"));
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
    return "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html;"
        + " charset=utf-8\"><title>x</title></head><body>"
        + body
        + "</body></html>";
  }
}
