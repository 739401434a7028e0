package broadsheet.corpus.table;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.json.JsonArticle;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.text.HtmlBody;
import broadsheet.corpus.text.RepeatedTitle;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The export of a Substack: a table of its posts, whose texts are files in a folder beside it.
 * Source of names and fields: https://github.com/TryGhost/migrate/tree/main/packages/mg-substack.
 */
public final class Substack extends Format {
  private static final Pattern HEADER =
      Pattern.compile("\"?post_id\"?[,;\\t]\"?post_date\"?[,;\\t]\"?is_published\"?[,;\\t]");

  private static final Pattern NAME = Pattern.compile("(?i)posts.*\\.csv");

  /** The folders in which the text of a post is looked for. */
  private static final List<String> FOLDERS = List.of("posts/", "");

  /** Buttons, forms, cards of other posts, and the numbers of notes. */
  private static final String LEFT_OUT =
      ".button-wrapper, .captioned-button-wrap, .subscription-widget-wrap, .subscription-widget"
          + ", .subscription-widget-wrap-editor, .embedded-post-wrap, .embedded-publication-wrap"
          + ", .digest-post-embed, .install-substack-app-embed, .poll-embed, .community-chat"
          + ", .directMessage, .pencraft, .footnote-anchor, .footnote-number";

  public Substack(DateReader dates) {
    super("substack", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(HEADER.matcher(peek.start()).lookingAt());
  }

  @Override
  public boolean mayHaveParts() {
    return true;
  }

  @Override
  public boolean isOfWholeByName(String name) {
    return NAME.matcher(name).matches();
  }

  @Override
  public Siblings.Parts parts(String name, byte[] file) {
    List<String> addresses = new ArrayList<>();
    try {
      CsvReading.of(Decoding.reader(new ByteArrayInputStream(file)), dates)
          .forEach((post, _) -> FOLDERS.forEach(folder -> addresses.add(folder + file(post))));
    } catch (IOException e) {
      return Siblings.Parts.NONE;
    }
    return new Siblings.Parts(addresses, true);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    CsvReading.of(Decoding.reader(in), dates)
        .read(
            records,
            (post, number) -> {
              try {
                Optional<byte[]> text = isPublished(post) ? text(post, records) : Optional.empty();
                records.take(number, () -> article(post, text, records, number));
              } catch (LimitExceeded e) {
                throw e;
              } catch (IOException e) {
                records.fail(number, Damage.reason(e), Damage.detail(e));
              }
            });
  }

  private static String file(ObjectNode post) {
    return post.path("post_id").asText() + ".html";
  }

  private static Optional<byte[]> text(ObjectNode post, Records records) throws IOException {
    for (String folder : FOLDERS) {
      Optional<byte[]> text = records.siblings().read(folder + file(post));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static boolean isPublished(ObjectNode post) {
    return post.path("is_published").asText().equalsIgnoreCase("true");
  }

  private Article article(ObjectNode post, Optional<byte[]> text, Records records, long number)
      throws NotAnArticle {
    if (!isPublished(post)) {
      String stated = post.path("is_published").asText("");
      throw NotAnArticle.skipped("not published", "is_published: " + stated);
    }
    if (post.path("type").asText().equals("page")) {
      throw NotAnArticle.skipped("not a post", "page");
    }
    if (text.isEmpty()) {
      records.remark(number, "a headline without text", file(post) + " is not in the export");
    }
    HtmlBody body =
        HtmlBody.of(text.map(bytes -> Decoding.text(bytes, 0, bytes.length)).orElse(""), LEFT_OUT);
    Article stated = new JsonArticle(post, records, number).builder(dates).build();
    NotAnArticle.requireText(stated.title(), body.paragraphs());
    return stated.toBuilder()
        .paragraphs(RepeatedTitle.removed(stated.title(), body.paragraphs()))
        .captions(body.captions())
        .build();
  }
}
