/** What does an engine answer? Values only. */
package broadsheet.engine.result;
