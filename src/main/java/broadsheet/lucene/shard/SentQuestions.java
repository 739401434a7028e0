package broadsheet.lucene.shard;

import broadsheet.lucene.account.LedgerQuestion;
import broadsheet.lucene.count.AlertsQuestion;
import broadsheet.lucene.count.AllValuesQuestion;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.engine.ArchiveQuestion;
import broadsheet.lucene.mark.ArticleQuestion;
import broadsheet.lucene.part.AnyQuestion;
import broadsheet.lucene.similar.NeighbourQuestion;
import broadsheet.lucene.similar.SampleQuestion;
import broadsheet.lucene.suggest.FormQuestion;
import broadsheet.lucene.suggest.NameQuestion;
import broadsheet.lucene.suggest.PlacesQuestion;
import broadsheet.lucene.suggest.RequestQuestion;
import broadsheet.lucene.words.WordQuestion;
import java.util.List;

/**
 * The registry of the kinds of questions that shards are asked, by the rooms that know their
 * answers.
 */
final class SentQuestions {

  /** Their sealed interfaces. The order is that of the numbers by which they are sent. */
  static final List<Class<?>> ROOMS =
      List.of(
          ShardQuestion.class,
          RequestQuestion.class,
          NameQuestion.class,
          ArticleQuestion.class,
          NeighbourQuestion.class,
          SampleQuestion.class,
          WordQuestion.class,
          LedgerQuestion.class,
          AlertsQuestion.class,
          ArchiveQuestion.class,
          PlacesQuestion.class,
          AnyQuestion.class,
          PartDates.DatesQuestion.class,
          AllValuesQuestion.class,
          FormQuestion.class);

  private SentQuestions() {}
}
