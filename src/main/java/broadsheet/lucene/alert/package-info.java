/** Who wants to be told of this article? Saved searches, held against what an update brings. */
package broadsheet.lucene.alert;
