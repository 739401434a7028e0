/** How good is the ranking? Topics and their judgements, in TREC's formats. */
package broadsheet.evaluate;
