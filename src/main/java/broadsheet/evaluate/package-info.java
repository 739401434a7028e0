/** How good is the ranking? Topics and judgements of them, kept as TREC keeps them. */
package broadsheet.evaluate;
