package broadsheet.corpus.json;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.RepeatedTitle;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The export of a Telegram channel or chat, or of all of an account: a message with text is an
 * article, its channel the source. Holds one message at a time. Source:
 * https://core.telegram.org/import-export.
 */
public final class Telegram extends Format {
  private static final Pattern MESSAGE =
      Pattern.compile("\"type\"\\s*:\\s*\"(?:message|service)\"");

  /** The export of an account may state much before its first message. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "\\{\\s*\"about\"\\s*:\\s*\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"\\s*,\\s*\"(?:"
              + "personal_information\"\\s*:\\s*\\{\\s*\"user_id\""
              + "|(?:profile_pictures|stories)\"\\s*:\\s*\\[\\s*\\{\\s*\"date\""
              + "|(?:contacts|frequent_contacts|sessions|web_sessions|chats|left_chats)\"\\s*:\\s*"
              + "\\{\\s*\"about\")");

  private static final Pattern LIST = Pattern.compile("\"messages\"\\s*:\\s*\\[");

  public Telegram(DateReader dates) {
    super("telegram", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    boolean isExport =
        ACCOUNT.matcher(peek.start()).lookingAt()
            || (peek.start().startsWith("{")
                && LIST.matcher(peek.head()).find()
                && MESSAGE.matcher(peek.head()).find());
    return Recognition.mineIf(isExport);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    try (JsonParser parser = LenientJson.MAPPER.createParser(Decoding.reader(in))) {
      new Reading(parser, records).all();
    } catch (JsonProcessingException e) {
      records.fail(0, "broken JSON: reading stopped", e.getOriginalMessage());
    }
  }

  /** The reading of one export. */
  private final class Reading {
    private final JsonParser parser;
    private final Records records;
    private String chat = "";
    private long number;

    Reading(JsonParser parser, Records records) {
      this.parser = parser;
      this.records = records;
    }

    void all() throws IOException {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          chat = "";
        } else if (token == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (name.equals("name") && value == JsonToken.VALUE_STRING) {
            chat = CleanText.line(parser.getText());
          } else if (name.equals("messages") && value == JsonToken.START_ARRAY) {
            messages();
          }
        }
      }
    }

    private void messages() throws IOException {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        number++;
        Optional<BoundedTree.Value> message = BoundedTree.read(parser, Records.LONGEST_RECORD);
        if (message.isEmpty()) {
          records.fail(number, Records.TOO_LONG, "");
          return;
        }
        JsonNode node = message.get().node();
        if (node.path("type").asText("message").equals("message")) {
          long at = number;
          records.take(at, () -> article(node, at));
        }
      }
    }

    /** Posts of a channel are from the channel; it may have its authors sign them. */
    private static String sender(JsonNode message) {
      String name = message.path(message.hasNonNull("author") ? "author" : "from").asText("");
      return CleanText.line(name);
    }

    private Article article(JsonNode message, long at) throws NotAnArticle {
      String headline = headline(message.path("text"));
      List<String> all = Markup.paragraphs(text(message.path("text")));
      List<String> paragraphs = RepeatedTitle.removed(headline, all);
      boolean isHeaded = paragraphs.size() < all.size();
      if (paragraphs.isEmpty()) {
        throw NotAnArticle.skipped("a message without text");
      }
      String sender = sender(message);
      String place = message.path("id").asText("");
      return records
          .article(at, place.isEmpty() || chat.isEmpty() ? "" : chat + "-" + place, "")
          .title(isHeaded ? headline : "")
          .paragraphs(paragraphs)
          .authors(sender.isEmpty() || sender.equals(chat) ? List.of() : List.of(sender))
          .source(chat)
          .publishedAt(records.remarked(at, dates.read(message.path("date").asText(""))))
          .build();
    }
  }

  /** Channels print a first line in bold as a headline; empty if there is none. */
  private static String headline(JsonNode text) {
    JsonNode first = text.path(0);
    return first.path("type").asText("").equals("bold")
        ? CleanText.line(first.path("text").asText(""))
        : "";
  }

  /** Joins the text, which is plain or in pieces such as links. */
  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText("");
    }
    StringBuilder text = new StringBuilder();
    value.forEach(
        piece -> text.append(piece.isObject() ? piece.path("text").asText("") : piece.asText("")));
    return text.toString();
  }
}
