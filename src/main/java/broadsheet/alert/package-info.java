/** What does a reader want to be told of? Saved searches, in a small file beside the index. */
package broadsheet.alert;
