package broadsheet.names.tag;

import static broadsheet.names.decide.NamedArticles.forms;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Cue;
import broadsheet.names.Mention;
import broadsheet.names.NameKind;
import broadsheet.names.decide.NamedArticles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameTaggerTest {

  @Test
  void laterMentionsHaveTheFullForm() {
    assertThat(
            forms(
                "The dollar fell after Paul Volcker spoke in Washington.",
                "Mr. Volcker said that rates would rise. Traders believed Volcker."))
        .containsExactly("Paul Volcker", "Washington", "Paul Volcker", "Paul Volcker");
  }

  @Test
  void twoPeopleWithOneSurnameStayApart() {
    assertThat(
            forms(
                "George W. Bush met his father, George H. W. Bush, in Texas.",
                "Then Bush spoke to reporters."))
        .containsExactly("George W. Bush", "George H. W. Bush", "Texas", "Bush");
  }

  @Test
  void theOfficeBeforeANameIsNoPartOfIt() {
    assertThat(
            forms(
                "It was decided by Federal Reserve Chairman Paul Volcker and by Attorney General"
                    + " Edwin Meese."))
        .containsExactly("Federal Reserve", "Paul Volcker", "Edwin Meese");
  }

  @Test
  void aPossessiveIsNoPartOfAMention() {
    Article article = NamedArticles.article("He praised Margaret Thatcher\u2019s government.");
    Mention mention = NameTagger.english().candidates(article).mentions().getFirst();
    assertThat(text(article, mention)).isEqualTo("Margaret Thatcher");
  }

  @Test
  void aHeadlineInCapitalsNamesOnlyWhatTheBodyNames() {
    Article article =
        Article.withId("a")
            .title("VOLCKER SEES DEBT RISING IN BRAZIL")
            .paragraphs(List.of("The debt is rising, said Paul Volcker on Monday."))
            .build();
    Candidates found = NameTagger.english().candidates(article);
    assertThat(found.mentions()).hasSize(2);
    Mention headline = found.mentions().getFirst();
    assertThat(text(article, headline)).isEqualTo("VOLCKER");
    assertThat(found.forms().get(headline.form())).isEqualTo("Paul Volcker");
    assertThat(headline.vote()).isEmpty();
    assertThat(Cue.HEADLINE.in(headline.cues())).isTrue();
  }

  @Test
  void smallWordsJoinOneNameAndLinkTwo() {
    assertThat(
            forms(
                "It was said by the Securities and Exchange Commission, the Department of Justice"
                    + " and Congress."))
        .containsExactly("Securities and Exchange Commission", "Department of Justice", "Congress");
  }

  @Test
  void anAbbreviationInParenthesesHasTheFullForm() {
    assertThat(
            forms(
                "A loan of the International Monetary Fund (IMF) was approved. Later the IMF"
                    + " refused."))
        .containsOnly("International Monetary Fund");
  }

  @Test
  void daysAndPeoplesAndOfficesAreNoNames() {
    assertThat(
            forms(
                "On Monday the Socialists asked the President and the Attorney General.",
                "However, the French and the Liberals did not answer in July."))
        .isEmpty();
  }

  @Test
  void membersOfAListedPartyMayStandForIt() {
    assertThat(forms("On Monday the Tories asked Labour MPs and the GOP."))
        .containsExactly("Tories", "Labour", "GOP");
  }

  @Test
  void aPlainWordIsASurnameWhereTheArticleHasTheFullName() {
    assertThat(forms("Clare Short spoke in Ohio.", "Ms Short said that Ohio fell Short."))
        .containsExactly("Clare Short", "Ohio", "Clare Short", "Ohio", "Clare Short");
    assertThat(forms("He told the Washington Post.", "It was in the Post. The Times said no."))
        .containsExactly("Washington Post", "Washington Post");
  }

  @Test
  void aListedNameIsFoundInATitleInCapitals() {
    Candidates found =
        NameTagger.english()
            .candidates(
                Article.withId("a")
                    .title("Furious GOP Leaves The Building")
                    .paragraphs(List.of("They left."))
                    .build());
    assertThat(found.forms()).containsExactly("GOP");
  }

  @Test
  void aPlaceInCapitalsBeginsTheText() {
    Candidates found =
        NameTagger.english()
            .candidates(NamedArticles.article("LONDON (Reuters) \u2014 The pound fell."));
    assertThat(found.forms()).containsExactly("London");
    assertThat(found.mentions().getFirst().vote()).contains(NameKind.PLACE);
  }

  @Test
  void smallWordsAreCounted() {
    Candidates found =
        NameTagger.english()
            .candidates(
                NamedArticles.article(
                    "She works for Apple in Dublin.", "He ate an apple, and then another apple."));
    assertThat(found.forms()).containsExactly("Apple", "Dublin");
    assertThat(found.small()).containsExactly(2, 0);
  }

  @Test
  void cuesSayWhatStandsAround() {
    Article article =
        NamedArticles.article("He asked President Ronald Reagan, who stayed in California.");
    List<Mention> mentions = NameTagger.english().candidates(article).mentions();
    assertThat(mentions.get(0).cues()).isEqualTo(Cue.TITLE_BEFORE.bit() | Cue.PERSON_AFTER.bit());
    assertThat(mentions.get(1).cues()).isEqualTo(Cue.IN_BEFORE.bit());
    assertThat(mentions.get(0).vote()).isEqualTo(Optional.of(NameKind.PERSON));
  }

  @Test
  void englishIsTagged() {
    assertThat(NameTagger.isFor("en")).isTrue();
    assertThat(NameTagger.isFor("en-GB")).isTrue();
    assertThat(NameTagger.isFor("de")).isFalse();
    assertThat(NameTagger.isFor("")).isFalse();
  }

  @Test
  void anArticleWithoutTextNamesNothing() {
    assertThat(NameTagger.english().candidates(NamedArticles.article())).isEqualTo(Candidates.NONE);
  }

  private static String text(Article article, Mention mention) {
    return mention.part().of(article).substring(mention.start(), mention.end());
  }
}
