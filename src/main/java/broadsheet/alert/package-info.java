/**
 * What does a reader want to be told of? Saved searches and what came in for them, in small files
 * beside the index.
 */
package broadsheet.alert;
