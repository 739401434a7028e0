package broadsheet.query;

import java.util.List;

/**
 * A form of the query language, as shown in the help. Typed text is between backticks.
 *
 * @param syntax the form
 * @param meaning the articles it finds
 * @param examples queries of that form
 * @param pattern a query of that form with places for words from the archive at hand: {@code {one}}
 *     and {@code {other}} for words of one headline, {@code {stem}} for the start of a word, {@code
 *     {pair}} for two adjacent words, {@code {year}} for a year
 */
public record QueryForm(String syntax, String meaning, List<String> examples, String pattern) {

  /** All the forms, the most used first. */
  public static final List<QueryForm> ALL =
      List.of(
          form(
              "words",
              "all of them, in any order and in any form; articles with the words close together"
                  + " come first. Stop words are optional. When fewer than ten articles have all"
                  + " words, articles with some of them follow",
              "{one} {other}",
              "balloon talks"),
          form(
              "`\"…\"`",
              "the phrase, word by word as typed. A single asterisk between the quotes matches any"
                  + " one word",
              "\"{pair}\"",
              "\"candid, substantial\"",
              "\"the * of England\""),
          form(
              "`a OR b` `a | b`",
              "one of them, or both",
              "{one} OR {other}",
              "Taiwan OR Philippines"),
          form(
              "`-a` `NOT a` `!a`",
              "anything but this",
              "{one} -{other}",
              "China -Taiwan",
              "China !Taiwan"),
          form(
              "`a AND b` `a && b`",
              "both, always (two words with a blank between them may be relaxed, these may not)",
              "{one} AND {other}",
              "trade AND tariff"),
          form("`( … )`", "a group", "({one} OR {other}) -nonesuch", "(trade OR tariff) China"),
          form(
              "`field:…`",
              "this word, phrase or group in that field",
              "title:{one}",
              "title:\"discourse\"",
              "body:(trade OR tariff)"),
          form(
              "`field:*` `field:[* TO *]`",
              "articles that have anything in that field",
              "-author:*",
              "-author:*",
              "date:*"),
          form(
              "`a NEAR/n b` `a w/n b`",
              "at most n words apart, in either order; neighbours are 1 apart. `NEAR` alone is"
                  + " `NEAR/5`. Words are counted on across sentences and paragraphs",
              "{one} w/10 {other}",
              "Blinken w/10 Taiwan"),
          form(
              "`a ADJ/n b` `a pre/n b`",
              "the same, a before b",
              "{one} ADJ/10 {other}",
              "Blinken ADJ/3 China"),
          form(
              "`a w/s b` `a w/p b`",
              "in one sentence, in one paragraph; `pre/s` and `pre/p` with a before b",
              "{one} w/s {other}",
              "balloon w/s February",
              "(\"trade war\" OR tariff*) w/p China"),
          form(
              "`a NOT w/n b`",
              "a, where no b is within n words of it; also `NOT w/s`, `NOT w/p`",
              "{one} NOT w/3 {other}",
              "China NOT w/3 Taiwan"),
          form(
              "`ATLEAST/n a`",
              "a at least n times; alternatives are counted together. Also `atleast3 a`",
              "ATLEAST/2 {one}",
              "ATLEAST/3 Blinken",
              "atleast5(trade OR tariff)"),
          form("`=word`", "this form of the word only", "={one}", "=talks"),
          form(
              "`*` and `?` in a word",
              "any characters, or none; exactly one character. `word!` is read as `word*`",
              "{stem}*",
              "diplom*",
              "organi?ation",
              "*word"),
          form(
              "`word~` `word~1`",
              "words spelt almost the same: with up to two letters changed, or one; a short word"
                  + " keeps at least one letter",
              "{one}~",
              "Blinkin~"),
          form(
              "`\"…\"~n`",
              "the phrase with slop: its words may be moved by up to n places in total (at"
                  + " most 100)",
              "\"{pair}\"~3",
              "\"human record\"~3"),
          form(
              "`date:…`",
              "days, see [dates](#dates)",
              "date:{year}",
              "date:2023-06..2023-07",
              "after:2023-06-18",
              "last:7d",
              "date:unknown"),
          form(
              "`added:…`",
              "articles that an update added on these days, see [dates](#dates)",
              "{one} -added:1d",
              "added:7d",
              "added:2026-11..2026-12",
              "-added:*"),
          form(
              "`list:…`",
              "articles on one of your lists; `list:any` on any of them, `list:read` what you"
                  + " marked as read; see [lists](#lists)",
              "-list:read",
              "list:\"Cocoa story\"",
              "list:any",
              "-list:read"),
          form(
              "`furniture:show`",
              "the same query, which also searches the text that a source repeats in many articles,"
                  + " see [furniture](#furniture)",
              "{one} furniture:show",
              "newsletter furniture:show",
              "furniture:\"sign up\""),
          form("`words:…`", "a length, see [numbers](#numbers)", "words:>500", "words:>500"),
          form(
              "`…^2`",
              "no other articles, but a match here counts twice as much in the ranking (0.01 to"
                  + " 1000)",
              "title:{one}^2 {other}",
              "title:balloon^2 talks"));

  public QueryForm {
    examples = List.copyOf(examples);
  }

  private static QueryForm form(String syntax, String meaning, String pattern, String... examples) {
    return new QueryForm(syntax, meaning, List.of(examples), pattern);
  }
}
