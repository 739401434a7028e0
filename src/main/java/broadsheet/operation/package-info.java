/** Which operations does the archive offer, and which parameters does each take? */
package broadsheet.operation;
