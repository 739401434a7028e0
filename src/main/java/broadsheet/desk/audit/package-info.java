/** Who changed what readers keep? The audit log of every desk. */
package broadsheet.desk.audit;
