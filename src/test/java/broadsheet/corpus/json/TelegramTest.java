package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fields as in https://core.telegram.org/import-export, in the order in which
 * https://github.com/telegramdesktop/tdesktop/blob/dev/Telegram/SourceFiles/export/output/export_output_json.cpp
 * writes them.
 */
class TelegramTest {
  private static final String CHANNEL =
      """
      {
       "name": "Harbour Mail",
       "type": "public_channel",
       "id": 1006503122,
       "messages": [
        {
         "id": 1,
         "type": "service",
         "date": "2019-07-05T16:55:32",
         "date_unixtime": "1562345732",
         "actor": "Harbour Mail",
         "actor_id": "channel1006503122",
         "action": "create_channel",
         "title": "Harbour Mail",
         "text": "",
         "text_entities": []
        },
        {
         "id": 2,
         "type": "message",
         "date": "2019-07-12T16:55:32",
         "date_unixtime": "1562950532",
         "edited": "2019-07-13T08:00:00",
         "edited_unixtime": "1563004800",
         "from": "Harbour Mail",
         "from_id": "channel1006503122",
         "author": "Ada Rivers",
         "photo": "photos/photo_1@12-07-2019_16-55-32.jpg",
         "width": 1280,
         "height": 720,
         "text": [
          {
           "type": "bold",
           "text": "Bridge opens"
          },
          "\\n\\nIt opened, see ",
          {
           "type": "text_link",
           "text": "the plan",
           "href": "https://a.example"
          },
          ".\\n",
          {
           "type": "blockquote",
           "text": "A year late."
          },
          ""
         ],
         "text_entities": [
          {
           "type": "bold",
           "text": "Bridge opens"
          }
         ]
        },
        {
         "id": 3,
         "type": "message",
         "date": "2019-07-13T10:00:00",
         "date_unixtime": "1563012000",
         "from": "Ben Brook",
         "from_id": "user7",
         "text": "Plain.",
         "text_entities": [
          {
           "type": "plain",
           "text": "Plain."
          }
         ]
        },
        {
         "id": 4,
         "type": "message",
         "date": "2019-07-13T10:00:00",
         "date_unixtime": "1563012000",
         "from": "Harbour Mail",
         "from_id": "channel1006503122",
         "photo": "(File not included. Change data exporting settings to download.)",
         "text": "",
         "text_entities": []
        },
        {
         "id": 5,
         "type": "unsupported"
        }
       ]
      }
      """;

  @TempDir Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "result.json", json);
  }

  @Test
  void messageIsAnArticleOfItsChannel() {
    Reading reading = read(CHANNEL);
    Article first = reading.articles().getFirst();
    assertThat(first.title()).isEqualTo("Bridge opens");
    assertThat(first.paragraphs()).containsExactly("It opened, see the plan.", "A year late.");
    assertThat(first.source()).isEqualTo("Harbour Mail");
    assertThat(first.id()).isEqualTo("Harbour-Mail-2");
    assertThat(first.publishedAt().iso()).isEqualTo("2019-07-12T16:55:32");
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a message without text");
  }

  @Test
  void authorIsWhoSignedOrSentTheMessage() {
    assertThat(read(CHANNEL).articles())
        .extracting(Article::authors)
        .containsExactly(List.of("Ada Rivers"), List.of("Ben Brook"));
    Article unsigned =
        read(CHANNEL.replace("\"author\": \"Ada Rivers\",", "")).articles().getFirst();
    assertThat(unsigned.authors()).isEmpty();
  }

  /** The chat with oneself has no name, and that of a deleted account is null. */
  @Test
  void exportOfAnAccountNamesTheChatOfEachMessage() {
    String message =
        "{\"id\": %d, \"type\": \"message\", \"date\": \"2019-07-13T10:00:00\","
            + " \"date_unixtime\": \"1563012000\", \"text\": \"It opened.\"}";
    String contacts =
        "{\"user_id\": 7, \"first_name\": \"Ada\", \"last_name\": \"Rivers\", \"phone_number\":"
            + " \"0\", \"date\": \"2019-01-01T00:00:00\"},";
    Reading reading =
        read(
            """
            {
             "about": "Here is the \\"data\\" you requested.",
             "personal_information": {"user_id": 7, "first_name": "Ada", "last_name": "Rivers"},
             "profile_pictures": [{"date": "2019-01-01T00:00:00", "photo": "a.jpg"}],
             "contacts": {"about": "x", "list": [CONTACTS {"date": "2019-01-01T00:00:00"}]},
             "frequent_contacts": {"about": "x", "list": [
              {"id": 1, "category": "people", "type": "user", "name": "Ben Brook", "rating": 1}]},
             "chats": {"about": "x", "list": [
              {"name": "Harbour Mail", "type": "public_channel", "id": 1, "messages": [ONE]},
              {"type": "saved_messages", "id": 2, "messages": [TWO]},
              {"name": null, "type": "personal_chat", "id": 3, "messages": [THREE]}]}}
            """
                .replace("CONTACTS", contacts.repeat(1000))
                .replace("ONE", message.formatted(1))
                .replace("TWO", message.formatted(2))
                .replace("THREE", message.formatted(3)));
    assertThat(reading.articles())
        .extracting(Article::source, article -> article.paragraphs().getFirst())
        .containsExactly(
            Tuple.tuple("Harbour Mail", "It opened."),
            Tuple.tuple("", "It opened."),
            Tuple.tuple("", "It opened."));
  }

  @Test
  void brokenExportGivesWhatCameBefore() {
    Reading reading =
        read(
            "{\"name\":\"Harbour\",\"messages\":[{\"id\":1,\"type\":\"message\","
                + "\"text\":\"It opened.\"},{\"id\":2,");
    assertThat(reading.only().paragraphs()).containsExactly("It opened.");
    assertThat(reading.ledger().totals().failed()).isEqualTo(1);
  }
}
