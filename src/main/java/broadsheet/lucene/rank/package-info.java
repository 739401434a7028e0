/**
 * In which order do hits come? First stage, second stage, relevance feedback, grouping of reprints.
 */
package broadsheet.lucene.rank;
