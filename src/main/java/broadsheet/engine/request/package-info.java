/** What may an engine be asked? */
package broadsheet.engine.request;
