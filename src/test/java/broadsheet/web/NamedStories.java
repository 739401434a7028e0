package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.ledger.Source;
import java.nio.file.Path;
import java.util.List;

/** An archive in which a name is found in several stories, and stated by one more. */
final class NamedStories {

  /** The number of stories that mention the chairman. */
  static final int MENTIONING = 8;

  /** The page of the chairman. */
  static final String VOLCKER = "/name/person/Paul%20Volcker";

  private NamedStories() {}

  /** A server over them. */
  static TestServer server(Path folder) {
    Path index = folder.resolve("index");
    try (IndexingSession session = Engines.open(index).rebuild(NameMode.FIND)) {
      for (int day = 1; day <= MENTIONING; day++) {
        session.add(story(day));
      }
      session.add(Article.withId("stated").people(List.of("Paul Volcker")).build());
      session.commit(List.of(new Source("/test", "")));
    }
    return TestServer.at(index);
  }

  private static Article story(int day) {
    return Article.withId("rates-" + day)
        .title("Rates to rise")
        .paragraphs(
            List.of(
                "On day %s the chairman, Paul Volcker, said that interest would rise."
                    .formatted(day),
                "Mr. Volcker spoke to bankers about inflation.",
                "“We will see this through to the end,” Mr. Volcker said."))
        .source("The Tide")
        .language("en")
        .publishedAt(PublicationDate.stated("1987-02-0" + day))
        .build();
  }
}
