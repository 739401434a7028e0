package broadsheet.corpus.mail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.corpus.text.CleanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Real messages, if they are available ({@code -Dbroadsheet.data=FOLDER}). */
@Thorough
class MailDataTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("broadsheet.data", "../shared/data"), "printed/mail");

  @Test
  void subjectsAndDaysAreThoseOfTheList() throws IOException {
    Path list = FOLDER.resolve("truth/messages.tsv");
    assumeTrue(Files.exists(list), "no " + list + " here: not tested");
    SoftAssertions all = new SoftAssertions();
    for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      boolean isOne = cells.length > 3 && !cells[0].contains("#") && !cells[0].contains("utf-16");
      if (isOne && Files.exists(FOLDER.resolve(cells[0]))) {
        compare(cells, all);
      }
    }
    all.assertAll();
  }

  private static void compare(String[] cells, SoftAssertions all) {
    List<Article> articles = Reading.of(FOLDER.resolve(cells[0])).articles();
    String subject = cells[1].equals("None") ? "" : CleanText.line(cells[1]);
    Optional<Article> message =
        articles.stream().filter(article -> article.title().equals(subject)).findFirst();
    all.assertThat(message).as(cells[0] + " " + articles).isPresent();
    boolean hasDay = cells[3].matches("\\d{4}-.*");
    if (message.isPresent() && hasDay) {
      String day = message.get().publishedAt().iso();
      all.assertThat(day).as(cells[0]).startsWith(cells[3].substring(0, 10));
    }
  }
}
