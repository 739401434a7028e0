package broadsheet.names.decide;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import broadsheet.names.tag.NameTagger;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameDecisionsTest {

  @Test
  void aNameHasOneKindAndOneForm() {
    assertThat(
            new NamedArticles()
                .add(5, "In Paris, Federal Reserve Chairman Paul Volcker met Jacques Chirac.")
                .add(1, "It was said by Paul A. Volcker.")
                .names())
        .containsExactly(
            "person Jacques Chirac",
            "person Paul Volcker",
            "organisation Federal Reserve",
            "place Paris");
  }

  @Test
  void aNameInOneArticleNeedsMoreThanAVote() {
    assertThat(new NamedArticles().add(1, "He went to Paris with Mary Smith.").names())
        .containsExactly("person Mary Smith", "place Paris");
    assertThat(new NamedArticles().add(1, "He played Zarbeton with Perchesk.").names()).isEmpty();
  }

  @Test
  void aLargeArchiveShowsNamesInTenArticles() {
    NamedArticles articles = new NamedArticles().add(9, "He went to Paris.");
    assertThat(articles.decided(1_999_999).entries()).hasSize(1);
    assertThat(articles.decided(2_000_000).entries()).isEmpty();
    assertThat(NameDecisions.fewest(49_999)).isEqualTo(1);
    assertThat(NameDecisions.fewest(50_000)).isEqualTo(2);
  }

  @Test
  void aNameThatBuysAndHasSharesIsACompanyWhateverTheVotes() {
    assertThat(
            new NamedArticles()
                .add(10, "They rose after Yukos sold a unit. Then Yukos shares fell against Nokia.")
                .add(10, "Last year Nokia announced profits. The Nokia boss left.")
                .names())
        .containsExactly("organisation Nokia", "organisation Yukos");
  }

  @Test
  void anAbbreviationInThePluralIsNoName() {
    assertThat(new NamedArticles().add(20, "He said ISPs sell DVDs in Ohio.").names())
        .containsExactly("place Ohio");
  }

  @Test
  void theHouseIsThatOfTheCountryWhoseArchiveItIs() {
    NamedArticles british =
        new NamedArticles()
            .add(9, "In the House of Commons, Labour fought the Tories.")
            .add(2, "In the House of Representatives it passed. The House voted in Ohio.");
    assertThat(british.decided().namesOf("House")).isEmpty();
    assertThat(british.decided().namesOf("Tories"))
        .containsExactly(new Name(NameKind.ORGANISATION, "Conservative Party"));
    NamedArticles american =
        new NamedArticles().add(6, "The White House fought. The House voted in Ohio with Tories.");
    assertThat(american.decided().namesOf("House"))
        .containsExactly(new Name(NameKind.ORGANISATION, "House of Representatives"));
    assertThat(american.decided().namesOf("Tories")).isEmpty();
  }

  @Test
  void anAbbreviationIsTheNameThatTheArchiveWritesOut() {
    NameTable table =
        new NamedArticles()
            .add(9, "It was told by the European Commission in Brussels.")
            .add(3, "The EC refused.")
            .decided();
    assertThat(table.namesOf("EC"))
        .containsExactly(new Name(NameKind.ORGANISATION, "European Commission"));
    assertThat(new NamedArticles().add(6, "The EC refused.").decided().namesOf("EC"))
        .containsExactly(new Name(NameKind.ORGANISATION, "European Community"));
  }

  @Test
  void aSurnameThatFarMoreArticlesHaveThanTheFullNameIsUndecided() {
    NameTable table =
        new NamedArticles()
            .add(4, "It was scored by Cristiano Ronaldo.")
            .add(9, "Then Ronaldo scored.")
            .decided();
    assertThat(table.namesOf("Ronaldo")).isEmpty();
  }

  @Test
  void aSurnameAloneIsThePersonWhomMostArticlesMean() {
    NameTable table =
        new NamedArticles()
            .add(8, "It was said by Paul Volcker.")
            .add(1, "It was said by Kurt Volcker.")
            .add(3, "Later Mr. Volcker agreed.")
            .decided();
    Name volcker = new Name(NameKind.PERSON, "Paul Volcker");
    assertThat(table.namesOf("Volcker")).containsExactly(volcker);
    assertThat(table.of(volcker).map(NameEntry::articles)).contains(11);
  }

  @Test
  void aSurnameOfSeveralPeopleIsNoName() {
    NameTable table =
        new NamedArticles()
            .add(6, "It was said by James Baker.")
            .add(6, "It was said by Howard Baker.")
            .add(6, "Later Mr. Baker agreed.")
            .decided();
    assertThat(table.namesOf("Baker")).isEmpty();
    assertThat(table.entries()).hasSize(2);
  }

  @Test
  void initialsKeepTwoPeopleApart() {
    assertThat(
            new NamedArticles()
                .add(5, "It was said by George W. Bush.")
                .add(5, "It was said by George H.W. Bush.")
                .names())
        .containsExactly("person George H.W. Bush", "person George W. Bush");
  }

  @Test
  void otherWaysToWriteANameAreListed() {
    assertThat(
            new NamedArticles()
                .add(2, "The vote pleased the GOP, the EU and the AP.")
                .add(3, "The vote pleased the European Union and the Associated Press.")
                .names())
        .containsExactly(
            "organisation Associated Press",
            "organisation European Union",
            "organisation Republican Party");
  }

  @Test
  void otherWordsAroundANameAreNoOtherName() {
    assertThat(
            new NamedArticles()
                .add(6, "It was said by Hillary Clinton in the White House.")
                .add(2, "It was said by Hillary Rodham Clinton in the Clinton White House.")
                .names())
        .containsExactly("person Hillary Clinton", "organisation White House");
  }

  @Test
  void peoplesAndLeftoversOfCommitteesAreNoNames() {
    assertThat(
            new NamedArticles()
                .add(
                    6,
                    "In Ohio, the North Korean asked House Democrats and Senate Appropriations on"
                        + " Monday.",
                    "The Nevada Democrat answered on Super Tuesday.")
                .names())
        .containsExactly("place Ohio");
  }

  @Test
  void twoNamesThatAreJoinedAreSplit() {
    NameTable table =
        new NamedArticles()
            .add(6, "He sued Apple. Then he wrote to the Justice Department.")
            .add(2, "He sued Apple and Justice Department officials.")
            .decided();
    assertThat(table.entries().stream().map(entry -> entry.name().text()))
        .containsExactly("Apple", "Justice Department");
  }

  @Test
  void wordsThatAreMostlyWrittenSmallAreNoNames() {
    assertThat(
            new NamedArticles()
                .add(
                    6,
                    "They love Widgets in Ohio.",
                    "New widgets are old widgets, and widgets break.")
                .names())
        .containsExactly("place Ohio");
  }

  @Test
  void theOrderOfArticlesDoesNotMatter() {
    NamedArticles articles =
        new NamedArticles()
            .add(5, "It was said by Paul Volcker in New York.")
            .add(5, "Mr. Volcker works for the Federal Reserve and the World Bank.")
            .add(5, "President Ronald Reagan went to Moscow.");
    assertThat(List.copyOf(articles.reversed().decided().entries()))
        .isNotEmpty()
        .isEqualTo(List.copyOf(articles.decided().entries()));
  }

  @Test
  void formsThatAreNotAskedForAreNotCounted() {
    ArchiveEvidence evidence = new ArchiveEvidence(java.util.Set.of("Paris"));
    evidence.add(NameTagger.english().candidates(NamedArticles.article("From Paris to Rome.")));
    assertThat(evidence.forms()).containsExactly("Paris");
    assertThat(evidence.of("Rome")).isEmpty();
    assertThat(evidence.of("Paris").map(FormEvidence::mentions)).contains(1L);
  }
}
