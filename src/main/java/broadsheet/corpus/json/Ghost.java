package broadsheet.corpus.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.pack.Spool;
import broadsheet.corpus.record.Budget;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The export of a Ghost site: its published posts. Holds one post at a time; the others wait in a
 * temporary file for the tables that they refer to. Source: https://docs.ghost.org/migration/custom
 * and, for older files, https://github.com/TryGhost/Ghost/tree/main/ghost/core/test/utils/fixtures/
 * export.
 */
public final class Ghost extends Format {
  private static final Pattern EXPORT =
      Pattern.compile(
          "\\s*\\{\\s*(?:\"db\"\\s*:\\s*\\[\\s*\\{\\s*)?\"meta\"\\s*:\\s*\\{\\s*\"exported_on\"");

  /** The text of a post in other forms, and scripts. */
  private static final List<String> LEFT_OUT =
      List.of(
          "mobiledoc lexical markdown plaintext codeinjection_head codeinjection_foot"
              .split(" ", -1));

  public Ghost(DateReader dates) {
    super("ghost", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(EXPORT.matcher(peek.head()).lookingAt());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    try (Spool spool = new Spool();
        JsonParser parser = LenientJson.MAPPER.createParser(Decoding.reader(in))) {
      new Reading(parser, records, spool).all();
    }
  }

  /** The reading of one export. */
  private final class Reading {
    private final JsonParser parser;
    private final Records records;
    private final Spool spool;
    private final List<Kept> posts = new ArrayList<>();
    private final GhostTables tables = new GhostTables();

    /** The place of a post in the temporary file, and its number in the export. */
    private record Kept(Spool.Piece piece, long number) {}

    Reading(JsonParser parser, Records records, Spool spool) {
      this.parser = parser;
      this.records = records;
      this.spool = spool;
    }

    void all() throws IOException {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.FIELD_NAME) {
            table(parser.currentName());
          }
        }
      } catch (JsonProcessingException e) {
        records.fail(0, "broken JSON: reading stopped", e.getOriginalMessage());
      }
      for (Kept kept : posts) {
        byte[] post = spool.read(kept.piece(), records.file(), Budget.UNLIMITED);
        if (LenientJson.MAPPER.readTree(post) instanceof ObjectNode object) {
          records.take(kept.number(), () -> article(object, kept.number()));
        }
      }
    }

    private void table(String name) throws IOException {
      boolean isRead = name.equals("posts") || tables.isOne(name);
      if (!isRead || parser.nextToken() != JsonToken.START_ARRAY) {
        return;
      }
      for (long number = 1; parser.nextToken() == JsonToken.START_OBJECT; number++) {
        Optional<BoundedTree.Value> row = BoundedTree.read(parser, Records.LONGEST_RECORD);
        if (row.isPresent() && row.get().node() instanceof ObjectNode object) {
          take(name, object, number);
        } else {
          records.fail(number, Records.TOO_LONG, "");
        }
      }
    }

    private void take(String table, ObjectNode row, long number) throws IOException {
      if (table.equals("posts")) {
        row.remove(LEFT_OUT);
        posts.add(new Kept(spool.keep(row.toString().getBytes(UTF_8)), number));
      } else {
        tables.take(table, row);
      }
    }

    private Article article(ObjectNode post, long number) throws NotAnArticle {
      boolean isPage =
          post.path("type").asText("post").equals("page") || post.path("page").asBoolean();
      if (isPage) {
        throw NotAnArticle.skipped("not a post", "page");
      }
      return new JsonArticle(tables.joined(post), records, number).article(dates);
    }
  }
}
