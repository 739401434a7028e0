/** In which order do hits come? First step, second step, feedback, folding. */
package broadsheet.lucene.rank;
