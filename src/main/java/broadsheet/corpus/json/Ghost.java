package broadsheet.corpus.json;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** The export of a Ghost site: its published posts. Holds one post at a time. */
public final class Ghost implements Format {
  private static final Pattern EXPORT =
      Pattern.compile(
          "\\s*\\{\\s*(?:\"db\"\\s*:\\s*\\[\\s*\\{\\s*)?\"meta\"\\s*:\\s*\\{\\s*\"exported_on\"");

  private final DateReader dates;

  public Ghost(DateReader dates) {
    this.dates = dates;
  }

  @Override
  public String name() {
    return "ghost";
  }

  @Override
  public Recognition recognise(Peek peek) {
    return EXPORT.matcher(peek.head()).lookingAt() ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    try (JsonParser parser = LenientJson.MAPPER.createParser(Decoding.reader(in))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isPosts = token == JsonToken.FIELD_NAME && parser.currentName().equals("posts");
        if (isPosts && parser.nextToken() == JsonToken.START_ARRAY) {
          posts(parser, records);
        }
      }
    } catch (JsonProcessingException e) {
      records.fail(0, "broken JSON: reading stopped", e.getOriginalMessage());
    }
  }

  private void posts(JsonParser parser, Records records) throws IOException {
    long number = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      long at = ++number;
      Optional<BoundedTree.Value> post = BoundedTree.read(parser, Records.LONGEST_RECORD);
      if (post.isPresent() && post.get().node() instanceof ObjectNode object) {
        records.take(at, () -> article(object, at, records));
      } else {
        records.fail(at, Records.TOO_LONG, "");
        return;
      }
    }
  }

  private Article article(ObjectNode post, long number, Records records) throws NotAnArticle {
    if (post.path("type").asText("post").equals("page")) {
      throw NotAnArticle.skipped("not a post", "page");
    }
    return new JsonArticle(post, records, number).article(dates);
  }
}
