package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingStatusTest {
  @TempDir Path folder;

  private Reading read(String field) {
    String text = "\"title\": \"Bridge opens\", \"body\": \"It opened on Monday.\", ";
    return Reading.of(folder, "news.jsonl", "{" + text + field + "}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\": \"draft\"",
        "\"status\": \"Trash\"",
        "\"post_status\": \"auto-draft\"",
        "\"status\": {\"name\": \"unpublished\"}",
        "\"status\": false",
        "\"published\": false",
        "\"published\": \"false\"",
        "\"is_published\": 0",
        "\"isDraft\": true",
        "\"attributes\": {\"status\": \"scheduled\"}",
        "\"creativeWorkStatus\": \"Draft\"",
        "\"workflow_state\": \"draft\"",
        "\"moderation_state\": \"draft\"",
        "\"article_status\": \"in review\"",
        "\"workflow\": {\"status\": \"draft\"}",
        "\"meta\": {\"published\": false}",
        "\"visibility\": \"private\"",
        "\"published\": \"n\"",
        "\"publish\": false",
        "\"in_trash\": true",
        "\"cancelled\": true",
        "\"status\": \"inactive\"",
        "\"status\": \"offline\"",
        "\"status\": \"review\"",
        "\"status\": \"needs-review\"",
        "\"status\": \"Brouillon\"",
        "\"status\": \"Entwurf\"",
        "\"status\": \"borrador\"",
        "\"status\": \"rascunho\"",
        "\"status\": \"não publicado\"",
        "\"estado\": \"Nao Publicado\"",
        "\"status\": \"Черновик\"",
        "\"status\": \"下書き\"",
        "\"状态\": \"草稿\"",
        "\"status\": \"초안\"",
        "\"status\": \"مسودة\"",
        "\"document_status\": \"draft\"",
        "\"workflow\": \"draft\"",
        "\"is_active\": false",
        "\"is_public\": \"no\"",
        "\"hidden\": true"
      })
  void draftOrDiscardedRecordIsSkipped(String field) {
    Reading reading = read(field);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("not published");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"pubstatus\": \"canceled\"",
        "\"pubStatus\": \"stat:withheld\"",
        "\"status\": \"cancelled\""
      })
  void withdrawnRecordIsSkipped(String field) {
    assertThat(read(field).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("withdrawn by its agency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"embargoed\": true",
        "\"embargo\": \"2026-03-01T10:00:00Z\"",
        "\"embargo_until\": \"2099-01-01\"",
        "\"status\": \"embargoed\"",
        "\"status\": \"under embargo\"",
        "\"embargo\": {\"reason\": \"speech\", \"until\": \"2099-01-01\"}",
        "\"embargo_end\": \"2099-01-01\"",
        "\"embargoTime\": 4070908800000",
        "\"release_date\": \"2099-01-01\"",
        "\"releaseAt\": \"2026-02-01T10:00:00Z\"",
        "\"publish_after\": \"2026-02-01\"",
        "\"go_live_date\": \"1 February 2026\"",
        "\"attributes\": {\"available_from\": \"2026-02-01\"}"
      })
  void recordUnderEmbargoIsSkipped(String field) {
    assertThat(read(field).ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("under embargo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\": \"publish\"",
        "\"pubstatus\": \"usable\"",
        "\"state\": \"Ohio\"",
        "\"status\": 0",
        "\"published\": true",
        "\"draft\": false",
        "\"embargo\": \"2025-03-01\"",
        "\"embargo\": \"none\"",
        "\"embargoed\": null",
        "\"published\": \"2025-03-01\"",
        "\"visibility\": \"public\"",
        "\"live\": false",
        "\"status\": \"archived\"",
        "\"status\": \"expired\"",
        "\"archived\": true",
        "\"status\": \"approved\"",
        "\"state\": \"Rio de Janeiro\"",
        "\"embargo\": \"0001-01-01T00:00:00\"",
        "\"release_date\": \"2025-03-01\"",
        "\"release\": \"the mayor's office\"",
        "\"is_public\": true",
        "\"meta\": {\"status\": \"published\"}",
        "\"embargo\": {\"reason\": \"speech\", \"until\": \"2025-03-01\"}"
      })
  void publishedRecordIsRead(String field) {
    assertThat(read(field).articles()).hasSize(1);
  }

  @Test
  void yesIsNoDate() {
    Reading reading = read("\"published\": \"true\", \"date\": \"2025-03-01\"");
    assertThat(reading.only().publishedAt().iso()).isEqualTo("2025-03-01");
  }

  @Test
  void draftInATableIsSkipped() {
    String rows = "title,body,status\nOne,It opened on Monday.,draft\nTwo,It closed.,published\n";
    assertThat(Reading.of(folder, "news.csv", rows).only().title()).isEqualTo("Two");
  }
}
