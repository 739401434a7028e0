package broadsheet.engine;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/**
 * The tests of answers that every engine must pass: it finds, ranks, marks, counts and explains as
 * the port says. A subclass names the engine.
 */
public abstract class SearchEngineContract {

  /** The engine at a place; the place is empty at first. */
  protected abstract Engine at(Path place);

  @Nested
  class Queries extends QueryMeaningContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class LineChoices extends LineChoiceContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Variants extends VariantContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Corrections extends CorrectionContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Receipts extends ReceiptContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Prints extends PositionsContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Rankings extends RankingContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Explanations extends ExplanationContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Tiers extends TierContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class OneList extends OneListContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class ListMeaning extends ListMeaningContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Families extends FamilyContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Repeated extends FurnitureContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Cursors extends CursorContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Facets extends FacetContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Answers extends AnswerContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class WordSums extends WordSumContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Distinctions extends DistinctionContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Timelines extends TimelineContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Trends extends TrendContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class CoverageOfMonths extends CoverageContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Scopes extends ScopeContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class SimilarArticles extends SimilarityContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Suggestions extends SuggestionContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Reading extends ReadingContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Notes extends NoteContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class PatternBudgets extends PatternBudgetContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class StopWords extends StopWordContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Captions extends CaptionContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class RepeatedTexts extends RepeatedTextContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Names extends NameContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class WordCounts extends WordCountContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Concordances extends ConcordanceContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class CollocatesOfMatches extends CollocateContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }

  @Nested
  class Verdicts extends VerificationContract {
    @Override
    Engine at(Path place) {
      return SearchEngineContract.this.at(place);
    }
  }
}
