/** Which saved searches does an update answer? */
package broadsheet.lucene.alert;
