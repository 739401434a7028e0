package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users on the command line, and the operator's view of their data. */
class UserCommandTest {

  @TempDir private Path folder;
  private Path index = Path.of("");
  private String privately = "";
  private String shared = "";

  @BeforeEach
  void keepSomething() throws IOException {
    index = folder.resolve("index");
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("pier.txt"), "Headline\n\nA pier was opened.\n");
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
    Desk ada = desk().by(Actor.user("ada"));
    privately = ada.lists().create("ada", "Cocoa").id();
    shared = ada.lists().create("ada", "Grain").id();
    ada.lists().change(shared, "Grain", Sharing.READ);
    ada.searches().add("q=tide", "tide", 0);
    ada.readMarks().turnOn("ada");
    ada.readMarks().mark("ada", new ArticleRef("pier", "00"), true);
  }

  private Desk desk() {
    return Desks.open(index);
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  @Test
  void removedUserLeavesSharedLists() {
    assertThat(Program.done(index, "user", "remove", "ada"))
        .isEqualTo(
            "Removed ada: deleted 1 private list, 1 alert and 1 read mark; 1 shared list"
                + " belongs to all users now\n");
    assertThat(desk().lists().ofAllUsers()).extracting(ReadingList::id).containsExactly(shared);
    assertThat(desk().searches().all()).isEmpty();
    Program.Ended again = run("user", "remove", "ada");
    assertThat(again.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(again.err()).startsWith("Nothing is kept for a user “ada”");
  }

  @Test
  void sharedListsGoToTheHeir() {
    assertThat(Program.done(index, "user", "remove", " ada ", "--to", "bert"))
        .endsWith("1 shared list belongs to bert now\n");
    assertThat(desk().lists().ofAllUsers()).extracting(ReadingList::owner).containsExactly("bert");
  }

  @Test
  void renamedUserKeepsEverything() {
    assertThat(Program.done(index, "user", "rename", "ada", "countess"))
        .isEqualTo("Renamed ada to countess: 2 lists, 1 alert and 1 read mark\n");
    assertThat(desk().lists().all("countess")).hasSize(2);
    assertThat(desk().searches().all()).extracting(SavedSearch::owner).containsExactly("countess");
    assertThat(run("user", "rename", "ada", "other").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
  }

  @Test
  void twoUsersBecomeOneOnlyWhereThatIsSaid() {
    desk().lists().create("bert", "Cocoa");
    Program.Ended refused = run("user", "rename", "ada", "bert");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err())
        .contains("A user named “bert” keeps something already. To make the two one: --merge");
    assertThat(desk().lists().all("ada")).hasSize(2);
    Program.done(index, "user", "rename", "ada", "bert", "--merge");
    assertThat(desk().lists().all("bert"))
        .extracting(ReadingList::name)
        .containsExactlyInAnyOrder("Cocoa", "Cocoa (2)", "Grain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "user remove",
        "user remove |",
        "user rename ada",
        "user rename ada ada",
        "user rename | bert",
        "user remove ada --to ada",
        "user remove ada --to |",
        "user remove ada bert"
      })
  void wrongUseIsRefused(String typed) {
    String[] args = typed.split(" ", -1);
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace('|', ' ');
    }
    assertThat(run(args).exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(desk().lists().ofAllUsers()).hasSize(2);
  }

  @Test
  void operatorSeesTheListsOfAllUsers() {
    assertThat(Program.done(index, "list"))
        .contains("Cocoa (0 articles of ada)", "Grain (0 articles of ada)");
    assertThat(Program.done(index, "list", "--user", "bert"))
        .contains("Grain")
        .doesNotContain("Cocoa");
    assertThat(run("list", "show", "Cocoa", "--user", "bert").exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(Program.done(index, "list", "add", privately, "pier"))
        .contains("1 article added to Cocoa");
    assertThat(Program.done(index, "list", "show", "cocoa")).contains("Headline");
    Program.done(index, "list", "remove", "Cocoa", "--all");
    assertThat(desk().lists().ofAllUsers()).hasSize(1);
  }

  /**
   * An article that an operator adds by a list's name alone does not go to a user's private list.
   */
  @Test
  void nameAloneMakesAListOfTheOperators() {
    Program.done(index, "list", "add", "Cocoa", "pier");
    assertThat(desk().lists().entries().of(privately)).isEmpty();
    assertThat(desk().lists().find("", "Cocoa").map(ReadingList::owner)).contains("");
    desk().lists().create("bert", "Barley");
    desk().lists().create("ada", "Barley");
    Program.Ended unclear = run("list", "show", "Barley");
    assertThat(unclear.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(unclear.err()).contains("2 users have a list named “Barley”: give --user or its id");
  }

  @Test
  void operatorSeesTheAlertsOfAllUsers() {
    Program.done(index, "alert", "add", "ferry");
    Program.done(index, "alert", "add", "quota", "--user", "bert");
    assertThat(Program.done(index, "alert", "list")).contains("3 alerts", "of ada", "of bert");
    assertThat(Program.done(index, "alert", "list", "--user", "bert"))
        .contains("2 alerts", "ferry", "quota");
    assertThat(desk().searches().all())
        .extracting(SavedSearch::owner)
        .containsExactly("ada", "", "bert");
  }

  @Test
  void searchAndAssistantsFindNoPrivateListOfAUser() {
    desk().lists().entries().put(privately, desk().lists().entries().of(shared));
    assertThat(run("search", "list:Cocoa").out() + run("search", "list:Cocoa").err())
        .contains("there is no list “Cocoa”");
  }
}
