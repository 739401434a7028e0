package broadsheet.corpus.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages in the forms that the standards of mail allow, each with its address. */
class MailStandardTest {
  @TempDir Path folder;

  private Article only(String message) {
    byte[] lines = message.replace("\n", "\r\n").getBytes(ISO_8859_1);
    return Reading.of(Reading.write(folder, "a.eml", lines)).only();
  }

  /** White space, comments and groups: https://www.rfc-editor.org/rfc/rfc5322#appendix-A.5. */
  @Test
  void headerMayHaveCommentsAndBreaksAnywhere() {
    Article article =
        only(
            """
            From: Ada(A calm \\) voice) Rivers <ada(her account)@harbour.example(her host)>
            To:A Group(Some people)
                 :Ben Brook <ben@(Ben's host.)harbour.example>,
                     tom@b.example,
              Cleo <cleo@one.example> (the end of the group);
            Cc:(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;
            Subject: Bridge
             opens
            Date: Thu,
                  13
                    Feb
                      1969
                  23:32
                           -0330 (Newfoundland Time)
            Message-ID:              <testabcd.1234@harbour.example>

            It opened.
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("1969-02-13T23:32:00-03:30");
    assertThat(article.people()).containsExactly("Ben Brook", "tom@b.example", "Cleo");
    assertThat(article.id()).isEqualTo("testabcd.1234-harbour.example");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  /** Dates, also obsolete: https://www.rfc-editor.org/rfc/rfc5322#section-4.3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 21 Nov 1997 09:55:06 -0600 | 1997-11-21T09:55:06-06:00",
        "21 Nov 97 09:55:06 GMT | 1997-11-21T09:55:06Z",
        "Fri, 21 Nov 1997 09:55:06 EST | 1997-11-21T09:55:06-05:00",
      })
  void dateMayHaveAnObsoleteForm(String date, String iso) {
    Article article =
        only(
            "From: ada@a.example\nTo: b@b.example\nSubject: x\nDate: " + date + "\n\nIt opened.\n");
    assertThat(article.publishedAt().iso()).isEqualTo(iso);
  }

  /** Encoded words: https://www.rfc-editor.org/rfc/rfc2047#section-8. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?ISO-8859-1?Q?a?= b | a b",
        "=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?= | ab",
        "=?ISO-8859-1?Q?a_b?= | a b",
        "=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?= | a b",
        "=?UTF-8?B?QnLDvGNrZQ==?= opens | Brücke opens",
      })
  void encodedWordsAreJoinedAsTheirStandardSays(String subject, String expected) {
    Article article =
        only("From: ada@a.example\nTo: b@b.example\nSubject: " + subject + "\n\nIt opened.\n");
    assertThat(article.title()).isEqualTo(expected);
  }

  /**
   * Preamble, epilogue and the last form that is understood:
   * https://www.rfc-editor.org/rfc/rfc2046#section-5.1.
   */
  @Test
  void preambleAndEpilogueAreNoText() {
    Article article =
        only(
            """
            From: Ada Rivers <ada@harbour.example>
            To: Ben Brook <ben@harbour.example>
            Subject: Bridge opens
            Date: Sun, 21 Mar 1993 23:56:48 -0800
            MIME-Version: 1.0
            Content-type: multipart/mixed; boundary="simple boundary"

            This is the preamble.

            --simple boundary

            It opened.

            --simple boundary
            Content-type: text/plain; charset=us-ascii

            Trains follow.

            --simple boundary--

            This is the epilogue.
            """);
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
  }

  /** Flowed lines: https://www.rfc-editor.org/rfc/rfc3676#section-4. */
  @Test
  void flowedLinesAreParagraphs() {
    String header =
        "From: ada@a.example\nTo: b@b.example\nSubject: x\nContent-Type: text/plain;"
            + " charset=us-ascii; format=flowed";
    String text = "The new bridge \nopened on \nMonday.\n From here on trains \nfollow.\n";
    List<String> expected =
        List.of("The new bridge opened on Monday.", "From here on trains follow.");
    assertThat(only(header + "\n\n" + text).paragraphs()).isEqualTo(expected);
  }

  /** Lines that begin a message: https://www.rfc-editor.org/rfc/rfc4155#appendix-A. */
  @Test
  void lineWithAnAddressAndAMomentBeginsAMessage() {
    String message = "From: ada@a.example\nTo: b@b.example\nSubject: %s\n\n%s\n\n";
    String box =
        "From ada@a.example Thu Jan  1 00:00:01 1970\n"
            + message.formatted("One", "From the bridge,\n>From here on.")
            + "From MAILER-DAEMON Mon Jan 11 10:00:00 2010\n"
            + message.formatted("Two", "It opened.");
    Reading reading = Reading.of(Reading.write(folder, "box", box.getBytes(ISO_8859_1)));
    assertThat(reading.articles()).extracting(Article::title).containsExactly("One", "Two");
    assertThat(String.join(" ", reading.articles().getFirst().paragraphs()))
        .isEqualTo("From the bridge, From here on.");
  }
}
