/** How are articles read from the exports of press databases? */
package broadsheet.corpus.press;
