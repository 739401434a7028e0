/** What else is like this, and which words set articles apart? */
package broadsheet.lucene.similar;
