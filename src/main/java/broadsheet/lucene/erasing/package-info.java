/** Which records were erased, what keeps them out, and which files still say their words? */
package broadsheet.lucene.erasing;
