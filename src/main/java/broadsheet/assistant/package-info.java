/** What may a language model ask? The tools of the Model Context Protocol. */
package broadsheet.assistant;
