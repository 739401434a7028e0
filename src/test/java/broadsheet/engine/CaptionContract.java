package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words under pictures are found, and are shown for what they are. */
abstract class CaptionContract extends EngineContract {

  private static final Article PICTURED =
      article("pictured", "The bridge was opened.").toBuilder()
          .captions(List.of("The mayor cuts the ribbon.", "A ferry passes below."))
          .build();

  private static final Article TOLD = article("told", "A ferry sank. The mayor was aboard.");

  private static QueryNode word(String word) {
    return new QueryNode.Word(word);
  }

  @Test
  void captionIsFoundAndSnippetSaysThatItIsOne() {
    try (SearchEngine engine = engine(folder, PICTURED, TOLD)) {
      List<Hit> hits = engine.search(SearchRequest.of(word("ferry"))).hits();
      assertThat(hits).extracting(Hit::id).containsExactly("told", "pictured");
      assertThat(SearchAnswers.bracketed(hits.get(1).snippets().getFirst()))
          .isEqualTo("Caption: A [ferry] passes below.");
      assertThat(engine.find("pictured", word("ferry")).orElseThrow().captions())
          .extracting(SearchAnswers::bracketed)
          .containsExactly("The mayor cuts the ribbon.", "A [ferry] passes below.");
    }
  }

  @Test
  void correctionsAreFoundByNameOnly() {
    Article corrected =
        TOLD.toBuilder().corrections(List.of("The boat was named wrongly.")).build();
    QueryNode named = new QueryNode.InField(QueryField.CORRECTION, word("wrongly"));
    try (SearchEngine engine = engine(folder, PICTURED, corrected)) {
      assertThat(SearchAnswers.ids(engine.search(SearchRequest.of(word("wrongly"))))).isEmpty();
      Hit hit = engine.search(SearchRequest.of(named)).hits().getFirst();
      assertThat(SearchAnswers.bracketed(hit.snippets().getFirst()))
          .isEqualTo("Correction: The boat was named [wrongly].");
      assertThat(engine.article("told").orElseThrow().corrections())
          .isEqualTo(corrected.corrections());
    }
  }

  @Test
  void captionsAreSearchedAloneAndApartFromEachOther() {
    QueryNode named = new QueryNode.InField(QueryField.CAPTION, word("mayor"));
    QueryNode across = new QueryNode.Phrase("ribbon a", 0);
    try (SearchEngine engine = engine(folder, PICTURED, TOLD)) {
      assertThat(SearchAnswers.ids(engine.search(SearchRequest.of(named))))
          .containsExactly("pictured");
      assertThat(SearchAnswers.ids(engine.search(SearchRequest.of(across)))).isEmpty();
    }
  }
}
