/** Why is this article here? */
package broadsheet.lucene.explain;
