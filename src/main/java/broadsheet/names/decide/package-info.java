/** What does each name stand for in the whole archive? */
package broadsheet.names.decide;
